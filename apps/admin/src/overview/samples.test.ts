import { MINUTE } from "@lingong/domain";
import { describe, expect, test } from "vitest";
import { type Sample, withSample } from "./samples.ts";

const start = 1_000 * MINUTE;
const values = (samples: readonly Sample[]) => samples.map(({ value }) => value);

describe("what this page has seen of a figure", () => {
  test("one sample a minute, the last counts", () => {
    const seen = [10, 11, 12].reduce<readonly Sample[]>((samples, value, index) => withSample(samples, { at: start + index * 1_000, value }), []);
    expect(values(seen)).toEqual([12]);
    expect(values(withSample(seen, { at: start + MINUTE, value: 14 }))).toEqual([12, 14]);
  });

  test("the oldest go first", () => {
    const seen = Array.from({ length: 40 }, (_, index) => index).reduce<readonly Sample[]>(
      (samples, value) => withSample(samples, { at: start + value * MINUTE, value }),
      [],
    );
    expect(values(seen)).toEqual(Array.from({ length: 24 }, (_, index) => index + 16));
  });

  test("a clock that went back begins anew", () => {
    expect(values(withSample([{ at: start, value: 5 }], { at: start - MINUTE, value: 7 }))).toEqual([7]);
  });
});
