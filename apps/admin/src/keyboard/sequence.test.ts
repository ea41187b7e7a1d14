import { describe, expect, test } from "vitest";
import { isTyping, nextSequence } from "./sequence.ts";

const none = { first: null, at: 0 };

describe("keys pressed one after the other", () => {
  test("a letter stands for itself, small or capital", () => {
    expect(nextSequence(none, "j", 0).keys).toBe("J");
    expect(nextSequence(none, "?", 0).keys).toBe("?");
  });

  test("G and a letter within a second are a pair, once", () => {
    const first = nextSequence(none, "g", 100);
    const second = nextSequence(first.state, "o", 900);
    expect(second.keys).toBe("G O");
    expect(nextSequence(second.state, "o", 950).keys).toBe("O");
  });

  test("G forgotten for a second begins nothing", () => {
    const first = nextSequence(none, "g", 100);
    expect(nextSequence(first.state, "o", 1_200).keys).toBe("O");
  });

  test("who types in a field is left alone", () => {
    const field = document.createElement("input");
    expect(isTyping(field)).toBe(true);
    expect(isTyping(document.createElement("a"))).toBe(false);
  });
});
