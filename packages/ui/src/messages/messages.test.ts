import { errorCodes } from "@lingong/domain";
import { describe, expect, it } from "vitest";
import { adminMessages, customerMessages, workerMessages } from "./app-messages.ts";
import { shared as english } from "./en/shared.ts";
import { startTranslations } from "./translations.ts";
import { common } from "./zh-CN/common.ts";
import { domain } from "./zh-CN/domain.ts";
import { errors } from "./zh-CN/errors.ts";

/** All messages of a tree by their dotted key. */
function flat(tree: object, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(prefix + key, value);
    else for (const [inner, text] of flat(value as object, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();
const plain = (key: string) => key.replace(/_one$/, "_other");

const namespaces = async (): Promise<readonly [string, object, object][]> => [
  ["common", common, english.common],
  ["domain", domain, english.domain],
  ["errors", errors, english.errors],
  ["customer", customerMessages["zh-CN"], await customerMessages.en()],
  ["worker", workerMessages["zh-CN"], await workerMessages.en()],
  ["admin", adminMessages["zh-CN"], await adminMessages.en()],
];

describe("the two languages", async () => {
  for (const [name, zh, en] of await namespaces()) {
    const chinese = flat(zh);
    const other = flat(en);

    it(`${name}: have the same keys, English its singulars besides`, () => {
      expect([...new Set([...other.keys()].map(plain))].sort()).toEqual([...chinese.keys()].sort());
      for (const key of chinese.keys()) if (key.endsWith("_other")) expect(other.has(key.replace(/_other$/, "_one")), key).toBe(true);
    });

    it(`${name}: name the same variables in every message`, () => {
      for (const [key, text] of other) {
        const same = variables(chinese.get(plain(key)) ?? "");
        // a singular may say "a" in place of its count
        if (key.endsWith("_one")) expect(same, key).toEqual(expect.arrayContaining(variables(text)));
        else expect(variables(text), key).toEqual(same);
      }
    });

    it(`${name}: have no empty message`, () => {
      for (const [key, text] of [...chinese, ...other]) expect(text.trim(), key).not.toBe("");
    });
  }

  it("write no Chinese in English and no hyphen for minus or a range of figures", () => {
    for (const tree of [english.common, english.domain, english.errors]) {
      for (const [key, text] of flat(tree)) expect(text, key).not.toMatch(/\p{Script=Han}/u);
    }
    for (const tree of [common, domain, errors, ...Object.values(english)]) {
      for (const [key, text] of flat(tree)) expect(text, key).not.toMatch(/\d-\d/);
    }
  });
});

describe("errors", () => {
  it("have a whole sentence for every code in both languages", () => {
    expect(Object.keys(errors).sort()).toEqual([...errorCodes].sort());
    for (const text of Object.values(errors)) expect(text).toMatch(/。$/);
    for (const text of Object.values(english.errors)) expect(text).toMatch(/\.$/);
  });
});

describe("startTranslations", () => {
  it("speaks Chinese at once, and English when asked, remembering it", async () => {
    const { i18n, change } = await startTranslations(customerMessages, "zh-CN");
    expect(i18n.t("orderState.matching", { ns: "domain" })).toBe("待接单");
    await change("en");
    expect(i18n.t("orderState.matching", { ns: "domain" })).toBe("Finding a worker");
    expect(i18n.t("format.people", { count: 1, ns: "common" })).toBe("1 person");
    expect(i18n.t("format.people", { count: 3, ns: "common" })).toBe("3 people");
    expect(localStorage.getItem("lingong-language")).toBe("en");
    localStorage.clear();
  });
});
