import { lifecycle } from "@lingong/domain";
import { expect, test } from "vitest";
import { namedDeadlines } from "./deadline-name.ts";

test("every timed row of the lifecycle has a sentence", () => {
  const timed = Object.entries(lifecycle).flatMap(([name, row]) => ("at" in row ? [name] : []));
  expect(timed.length).toBeGreaterThan(10);
  expect([...namedDeadlines].sort()).toEqual(timed.sort());
});
