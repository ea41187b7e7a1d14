import type { ChecklistItemView } from "@lingong/contracts";
import { describe, expect, it } from "vitest";
import { columnsFor } from "./answer-input.tsx";
import { layoutQuestions } from "./layout-questions.ts";

const label = { zh: "", en: "" };
const number = (key: string, required = true): ChecklistItemView => ({
  kind: "number",
  key,
  label,
  required,
  unit: label,
  least: 1,
  most: 9,
  step: 1,
  usual: 2,
});
const choice = (key: string, required = true): ChecklistItemView => ({ kind: "choice", key, label, required, options: [] });
const photos: ChecklistItemView = { kind: "photos", key: "photos", label, required: false, wanted: 3 };

describe("the checklist on the page", () => {
  it("puts a quantity and the choice behind it on one card", () => {
    const { blocks } = layoutQuestions([number("area"), choice("layout"), choice("condition"), photos]);
    expect(blocks.map(({ kind, key }) => `${kind} ${key}`)).toEqual(["pair area", "single condition", "photos photos"]);
  });

  it("keeps what is optional for the rows below", () => {
    const { blocks, rows } = layoutQuestions([number("area"), choice("tools", false), number("years", false)]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["single"]);
    expect(rows.map(({ key }) => key)).toEqual(["tools", "years"]);
  });
});

describe("columns of chips", () => {
  it("gives short words three, longer ones two, sentences one", () => {
    expect(columnsFor(["厨房油污", "卫生间水垢"])).toBe(3);
    expect(columnsFor(["大件客户提供"])).toBe(2);
    expect(columnsFor(["Machines here, detergents brought"])).toBe(1);
  });
});
