import { orderStates } from "@lingong/domain";
import { describe, expect, test } from "vitest";
import { narrowedBy, orderText, readFilters, searchOf, stages } from "./order-filters.ts";

describe("filters in an address", () => {
  test("are read back as they were", () => {
    const filters = {
      text: "陈",
      stage: "disputed",
      city: "shanghai",
      category: "daily_cleaning",
      from: "2026-03-01",
      to: "2026-03-17",
      sort: "oldest",
    };
    expect(readFilters(filters)).toEqual(filters);
  });

  test("leave out what is not understood", () => {
    expect(readFilters({ text: 4, stage: "nowhere", from: "yesterday", sort: "newest", colour: "red" })).toEqual({});
  });

  test("count what narrows the list", () => {
    expect(narrowedBy({ text: "a", stage: "ended" })).toBe(0);
    expect(narrowedBy({ city: "shanghai", from: "2026-03-01", to: "2026-03-02" })).toBe(2);
  });
});

describe("what the server is asked for", () => {
  test("the first page of everything", () => {
    expect(searchOf({}, { cursor: undefined, limit: 30 })).toEqual({ cursor: undefined, limit: 30 });
  });

  test("the states of a stage, the id behind a code", () => {
    expect(searchOf({ stage: "to_confirm", text: " 9C1F-22A7 " }, { cursor: "x", limit: 30 })).toEqual({
      cursor: "x",
      limit: 30,
      states: ["awaiting_confirmation"],
      text: "9c1f22a7",
    });
  });
});

test("a code read aloud finds the id it ends; other texts stay as they are", () => {
  expect(orderText("9C1F-22A7")).toBe("9c1f22a7");
  expect(orderText("陈女士")).toBe("陈女士");
});

test("every state but the draft belongs to exactly one stage", () => {
  const held = Object.values(stages).flat().sort();
  expect(held).toEqual(orderStates.filter((state) => state !== "draft").sort());
});
