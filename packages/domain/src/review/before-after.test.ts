import { describe, expect, it } from "vitest";
import { beforeAfterOf, type WalkThroughPhoto } from "./before-after.ts";

const photo = (id: string, purpose: string, label = ""): WalkThroughPhoto => ({ id, purpose, label });

describe("a pair of before and after", () => {
  it("is of one place where both were named, the last one of it after", () => {
    const photos = [
      photo("b1", "before", "客厅"),
      photo("b2", "before", "厨房"),
      photo("d", "during", "厨房"),
      photo("a0", "after", "客厅"),
      photo("a1", "after", "厨房"),
      photo("a2", "after", "厨房"),
      photo("a3", "after", "门口"),
    ];
    expect(beforeAfterOf(photos)).toEqual({ before: "b2", after: "a2" });
  });

  it("is the first and the last where no place was named twice", () => {
    expect(beforeAfterOf([photo("b1", "before"), photo("b2", "before", "厨房"), photo("a1", "after"), photo("a2", "after")])).toEqual({
      before: "b1",
      after: "a2",
    });
  });

  it("is none while one side is missing", () => {
    for (const photos of [[], [photo("b", "before", "厨房")], [photo("a", "after", "厨房")], [photo("d", "during"), photo("a", "after")]]) {
      expect(beforeAfterOf(photos)).toBeNull();
    }
  });
});
