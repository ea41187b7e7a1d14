import { act, renderHook } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { usePages } from "./use-pages.ts";

describe("pages of a list that only knows its next page", () => {
  test("goes on and comes back", () => {
    const { result } = renderHook(() => usePages("all"));
    act(() => result.current.next("a"));
    act(() => result.current.next("b"));
    expect([result.current.cursor, result.current.index]).toEqual(["b", 2]);
    act(() => result.current.previous());
    act(() => result.current.previous());
    expect([result.current.cursor, result.current.index]).toEqual([undefined, 0]);
  });

  test("another filter begins at its first page", () => {
    const { result, rerender } = renderHook(({ key }) => usePages(key), { initialProps: { key: "all" } });
    act(() => result.current.next("a"));
    rerender({ key: "matching" });
    expect([result.current.cursor, result.current.index]).toEqual([undefined, 0]);
    act(() => result.current.next("m"));
    expect(result.current.index).toBe(1);
  });
});
