import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categories } from "../catalog/categories.ts";
import type { Terms } from "../order/terms.ts";
import { policyHash } from "../policy/hash.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { sampleTerms } from "../samples.ts";
import { canonicalJson } from "./canonical.ts";
import type { ContractMatter } from "./clauses.ts";
import { contractHash, contractOf, type SignedContract } from "./contract.ts";
import { commitmentOf, hashOf, sha256Hex } from "./hash.ts";
import { termsHash } from "./terms-hash.ts";
import { duration, percent, yuan } from "./wording.ts";

const [cleaning] = categories;
if (cleaning === undefined) throw new Error("the catalogue is empty");

const terms: Terms = {
  ...sampleTerms,
  scope: [
    { key: "area", value: 89 },
    { key: "focus", value: ["balcony"] },
  ],
  note: "门禁 3 号楼",
  photoIds: ["p1", "p2"],
  place: { district: "徐汇区", blurred: { lat: 31.19, lng: 121.44 }, addressCommitment: "ab".repeat(32) },
  startsAt: Date.UTC(2026, 2, 20, 6),
};
const matter: ContractMatter = { terms, category: cleaning, zone: "Asia/Shanghai", rateFenPerHour: 5_000, startsAt: terms.startsAt, facts: null };
const facts = { plan: "life", certified: true, level: 4, completedOrders: 60, completedTogetherBefore: 0 } as const;

describe("canonical JSON (RFC 8785)", () => {
  test.each([
    [{ b: 1, a: [true, null, "x"] }, '{"a":[true,null,"x"],"b":1}'],
    [{ "€": 1, "\r": 2, "1": 3, "😀": 4, ö: 5 }, '{"\\r":2,"1":3,"ö":5,"€":1,"😀":4}'],
    [[1e21, 0.000001, -0, 333333333.3333333], "[1e+21,0.000001,0,333333333.3333333]"],
    [{ kept: null, left: undefined }, '{"kept":null}'],
  ])("%o is written %s", (value, json) => {
    expect(canonicalJson(value)).toBe(json);
  });

  test("does not depend on the order of keys, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [10n], [() => 1], [new Map()], [{ at: new Uint8Array(2) }], [[undefined]]])(
    "%o cannot be held",
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

describe("hashes (§9, §10)", () => {
  test("SHA-256 of UTF-8, as everyone computes it", () => {
    expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("a commitment is the hash of salt and value, and never goes without its salt", () => {
    const salt = "00".repeat(32);
    expect(commitmentOf(salt, "")).toBe("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
    expect(commitmentOf(salt, "a")).not.toBe(commitmentOf("01".repeat(32), "a"));
    expect(() => commitmentOf("", "a")).toThrow(RangeError);
    expect(() => commitmentOf("00".repeat(31), "a")).toThrow(RangeError);
  });

  test("every change of the terms changes their hash", () => {
    expect(termsHash(terms)).toMatch(/^[0-9a-f]{64}$/);
    const changes: readonly Partial<Terms>[] = [
      { rateFenPerHour: 5_001 },
      { bookedMinutes: 195 },
      { note: "" },
      { scope: [] },
      { rematchAfterFault: false },
      { startsAt: null },
    ];
    for (const change of changes) expect(termsHash({ ...terms, ...change })).not.toBe(termsHash(terms));
  });

  test("every number of a policy is under its hash", () => {
    const other = { ...defaultPolicy, billing: { ...defaultPolicy.billing, graceMinutes: 8 } };
    expect(policyHash(other)).not.toBe(policyHash(defaultPolicy));
    expect(policyHash(JSON.parse(JSON.stringify(defaultPolicy)))).toBe(policyHash(defaultPolicy));
  });
});

describe("the contract (§10)", () => {
  test("has eight clauses in both languages with its own amounts", () => {
    const { clauses, hash } = contractOf(matter, null, defaultPolicy);
    expect(clauses.map((clause) => clause.key)).toEqual([
      "scope",
      "time_and_place",
      "price",
      "plan",
      "cancellation",
      "liability",
      "breach",
      "insurance",
    ]);
    expect(hash).toBe(termsHash(terms));
    const zh = clauses.map((clause) => clause.text.zh).join("\n");
    const en = clauses.map((clause) => clause.text.en).join("\n");
    for (const text of [zh, en]) {
      for (const amount of ["¥50.00", "¥150.00", "¥27.00", "¥30.00", "¥75.00", "¥100,000.00"]) expect(text).toContain(amount);
      expect(text).toContain("2026-03-20 14:00");
      expect(text).not.toMatch(/undefined|NaN|null/);
    }
    expect(zh).toContain("面积：89 平方米");
    expect(en).toContain("Floor area: 89 m²");
  });

  test("from accept on it states the worker's own commission and is signed by parties, terms and policy", () => {
    const signed: SignedContract = {
      orderId: "o",
      termsHash: termsHash(terms),
      customerId: "c",
      workerId: "w",
      pinned: { ...facts, policyVersion: defaultPolicy.version, policyHash: policyHash(defaultPolicy) },
    };
    const { clauses, hash } = contractOf({ ...matter, facts }, signed, defaultPolicy);
    expect(clauses[3]?.text.zh).toContain("15 %");
    expect(clauses[3]?.text.zh).toContain("¥127.50");
    expect(hash).toBe(contractHash(signed));
    expect(hash).toBe(hashOf(JSON.parse(JSON.stringify(signed))));
    expect(contractHash({ ...signed, workerId: "x" })).not.toBe(hash);
  });

  test("remote work, as soon as possible, without a second chance reads so", () => {
    const remote: Terms = { ...terms, mode: "remote", place: null, startsAt: null, rematchAfterFault: false, travelFen: 300 };
    const { clauses } = contractOf({ ...matter, terms: remote, startsAt: null }, null, defaultPolicy);
    expect(clauses[1]?.text.en).toBe("As soon as possible; the start is set when a worker accepts. Booked: 3 h, 1 person. Done remotely.");
    expect(clauses[6]?.text.en).toContain("cancelled with full refund");
    expect(clauses[2]?.text.zh).toContain("¥3.00");
  });

  test("writes money, rates and durations exactly", () => {
    expect([yuan(0), yuan(5), yuan(126_348), yuan(100_000_000)]).toEqual(["¥0.00", "¥0.05", "¥1,263.48", "¥1,000,000.00"]);
    expect([percent(1_500), percent(1_250), percent(1_275)]).toEqual(["15 %", "12.5 %", "12.75 %"]);
    expect([duration(180), duration(195), duration(30), duration(0)].map((text) => text.zh)).toEqual([
      "3 小时",
      "3 小时 15 分钟",
      "30 分钟",
      "0 分钟",
    ]);
  });
});
