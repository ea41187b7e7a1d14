import { describe, expect, test } from "vitest";
import { lifecycle } from "./lifecycle.ts";
import { orderStates } from "./order.ts";
import { happenedWords, journalWords, stateWords } from "./words.ts";

describe("the table's own words", () => {
  test("are there for every state and everything that can happen", () => {
    expect(Object.keys(stateWords)).toEqual([...orderStates]);
    const commands = new Set<string>(["draft", ...Object.values(lifecycle).map(({ on }) => on)]);
    expect(new Set(Object.keys(happenedWords))).toEqual(commands);
  });

  test("are Chinese and English, and none of a kind says the same as another", () => {
    for (const words of [happenedWords, stateWords, journalWords]) {
      const said = Object.values(words);
      for (const word of said)
        expect(word).toEqual({ zh: expect.stringMatching(/^[\p{Script=Han}，]+$/u), en: expect.stringMatching(/^[A-Z][^\p{Script=Han}]+$/u) });
      for (const language of ["zh", "en"] as const) expect(new Set(said.map((word) => word[language])).size).toBe(said.length);
    }
  });
});
