import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRate } from "../fees/minimum-wage.ts";
import type { ScopeItem } from "../order/terms.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { categories, categoryOf } from "./categories.ts";
import type { Bilingual, Category, ChecklistItem } from "./category.ts";
import { cities, cityOf, isWithin, nearestDistrict } from "./cities.ts";
import { minimumWageOn, publishedWages } from "./minimum-wage.ts";
import { improperAnswers, isAnswer, isQuantified, missingRequired, scopeQuality, suggestedMinutes } from "./scope.ts";
import { scopeLines } from "./scope-text.ts";

const bounds = { step: 15, most: 720 };
const slug = /^[a-z0-9][a-z0-9_-]*$/;

/** The usual answer to a question. */
function usualAnswer(item: ChecklistItem): ScopeItem["value"] {
  switch (item.kind) {
    case "number":
      return item.usual;
    case "choice":
      return item.options[0]?.key ?? "";
    case "choices":
      return item.options.slice(0, 1).map((option) => option.key);
    case "text":
      return "x";
    case "photos":
      return ["photo"];
  }
}
const answered = (category: Category): readonly ScopeItem[] => category.checklist.map((item) => ({ key: item.key, value: usualAnswer(item) }));

function textsOf(category: Category): readonly Bilingual[] {
  const items = category.checklist.flatMap((item) => [
    item.label,
    ...(item.kind === "number" ? [item.unit] : []),
    ...(item.kind === "choice" || item.kind === "choices" ? item.options.map((option) => option.label) : []),
  ]);
  return [category.name, ...items, ...category.tags.map((tag) => tag.label), ...category.extras.map((extra) => extra.label)];
}

describe("the catalogue", () => {
  test("has the categories the platform promises, each once", () => {
    const promised = [
      "daily_cleaning",
      "deep_cleaning",
      "moving",
      "appliance_repair",
      "electrician",
      "plumbing",
      "elder_care",
      "cooking",
      "work_at_height",
    ];
    const remote = ["translation", "programming", "design"];
    expect(new Set(categories.map((category) => category.id)).size).toBe(categories.length);
    expect(categories.length).toBeGreaterThanOrEqual(14);
    for (const id of [...promised, "photography", ...remote]) expect(categoryOf(id)?.id).toBe(id);
    for (const id of remote) expect(categoryOf(id)?.mode).toBe("remote");
    expect(categoryOf("unknown")).toBeNull();
  });

  describe.each(categories)("$id", (category) => {
    test("speaks both languages and keeps to slugs, each key once in its list", () => {
      for (const { zh, en } of textsOf(category)) {
        expect(zh.trim()).not.toBe("");
        expect(en).toMatch(/[A-Za-z]|m[²³]/);
      }
      const options = category.checklist.map((item) => (item.kind === "choice" || item.kind === "choices" ? item.options : []));
      for (const list of [
        [category],
        category.checklist.map((item) => ({ id: item.key })),
        ...options.map((list) => list.map((o) => ({ id: o.key }))),
      ]) {
        const ids = list.map((entry) => entry.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(slug);
      }
      for (const { key } of [...category.tags, ...category.extras]) expect(key).toMatch(slug);
    });

    test("asks for at least one quantity, and its usual answers are proper", () => {
      expect(category.checklist.some((item) => item.kind === "number" && item.required)).toBe(true);
      for (const item of category.checklist) expect(isAnswer(item, usualAnswer(item))).toBe(true);
      expect(isQuantified(category, answered(category))).toBe(true);
      expect(isQuantified(category, [])).toBe(false);
      expect(missingRequired(category, answered(category))).toEqual([]);
    });

    test("keeps to the rules of time and certificates", () => {
      expect(category.minimumMinutes % 15).toBe(0);
      expect(category.usualMinutes % 15).toBe(0);
      expect(category.minimumMinutes).toBeGreaterThanOrEqual(category.mode === "remote" ? 30 : 60);
      expect(category.usualMinutes).toBeGreaterThanOrEqual(category.minimumMinutes);
      if (category.plan === "pro") expect(category.certificate).not.toBe("optional");
      if (["electrician", "appliance_repair", "work_at_height"].includes(category.id)) expect(category.certificate).toBe("required");
    });

    test("has a reference rate that no city refuses", () => {
      for (const wage of publishedWages) expect(checkRate(category.referenceRateFen, category.plan, wage.fenPerHour, defaultPolicy).ok).toBe(true);
    });

    test("suggests a bookable time", () => {
      expect(suggestedMinutes(category, [], bounds)).toBe(category.usualMinutes);
      const usual = suggestedMinutes(category, answered(category), bounds);
      expect(usual % 15).toBe(0);
      expect(usual).toBeGreaterThanOrEqual(category.minimumMinutes);
      expect(usual).toBeLessThanOrEqual(bounds.most);
      expect(Math.abs(usual - category.usualMinutes)).toBeLessThanOrEqual(category.usualMinutes / 2);
    });
  });
});

describe("the scope's quality", () => {
  const cleaning = categoryOf("daily_cleaning");
  if (cleaning === null) throw new Error("daily_cleaning is gone");

  test("nothing said is 0, everything is 100, and the missing are named", () => {
    expect(scopeQuality(cleaning, { scope: [], photoCount: 0 })).toEqual({
      percent: 0,
      missing: ["area", "layout", "focus", "photos", "tools", "fragile"],
    });
    expect(scopeQuality(cleaning, { scope: answered(cleaning), photoCount: 3 })).toEqual({ percent: 100, missing: [] });
  });

  test("the drawn example: area, layout, focus and two of three photos", () => {
    const scope = [
      { key: "area", value: 89 },
      { key: "layout", value: "three_rooms" },
      { key: "focus", value: ["kitchen_grease", "bathroom_scale", "pet_hair"] },
    ];
    expect(scopeQuality(cleaning, { scope, photoCount: 2 })).toEqual({ percent: 68, missing: ["photos", "tools", "fragile"] });
    expect(suggestedMinutes(cleaning, scope, bounds)).toBe(180);
  });

  test("another answer never lowers it", () => {
    fc.assert(
      fc.property(fc.subarray([...answered(cleaning)]), fc.nat(5), (scope, photoCount) => {
        const { percent } = scopeQuality(cleaning, { scope, photoCount });
        for (const item of answered(cleaning)) {
          if (scope.some((given) => given.key === item.key)) continue;
          expect(scopeQuality(cleaning, { scope: [...scope, item], photoCount }).percent).toBeGreaterThanOrEqual(percent);
        }
      }),
    );
  });

  test.each([
    ["area", "89"],
    ["area", 9],
    ["area", Number.NaN],
    ["layout", "castle"],
    ["focus", []],
    ["focus", ["kitchen_grease", "kitchen_grease"]],
    ["focus", ["lawn"]],
    ["focus", "kitchen_grease"],
    ["fragile", "  "],
    ["fragile", "x".repeat(201)],
    ["colour", "red"],
  ])("%s: %o is no proper answer", (key, value) => {
    expect(improperAnswers(cleaning, [{ key, value: value as ScopeItem["value"] }])).toEqual([key]);
  });

  test("an answer given twice is improper", () => {
    expect(
      improperAnswers(cleaning, [
        { key: "area", value: 50 },
        { key: "area", value: 60 },
      ]),
    ).toEqual(["area"]);
  });

  test("reads in both languages, in the checklist's order", () => {
    const scope = [
      { key: "focus", value: ["balcony", "bedding"] },
      { key: "area", value: 89 },
    ];
    expect(scopeLines(cleaning, scope)).toEqual([
      { key: "area", label: { zh: "面积", en: "Floor area" }, text: { zh: "89 平方米", en: "89 m²" } },
      { key: "focus", label: { zh: "打扫重点", en: "What matters most" }, text: { zh: "阳台、换洗床品", en: "Balcony, Change of bedding" } },
    ]);
  });
});

describe("cities", () => {
  test("have a real zone, districts within them, and a minimum wage", () => {
    for (const city of cities) {
      expect(Temporal.Now.zonedDateTimeISO(city.zone).timeZoneId).toBe(city.zone);
      expect(city.districts.length).toBeGreaterThan(4);
      for (const district of city.districts) {
        expect(isWithin(city, district.centre)).toBe(true);
        expect(nearestDistrict(city, district.centre)).toBe(district);
      }
      expect(minimumWageOn(city.id, "2026-11-22")?.fenPerHour).toBeGreaterThan(1_000);
    }
    expect(cityOf("urumqi")?.zone).toBe("Asia/Urumqi");
    expect(cityOf("atlantis")).toBeNull();
  });

  test("a minimum wage holds from its day on", () => {
    expect(minimumWageOn("shanghai", "2025-06-30")?.fenPerHour).toBe(2_400);
    expect(minimumWageOn("shanghai", "2025-07-01")?.fenPerHour).toBe(2_500);
    expect(minimumWageOn("shanghai", "2020-01-01")).toBeNull();
    expect(minimumWageOn("atlantis", "2026-01-01")).toBeNull();
  });
});
