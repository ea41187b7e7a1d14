import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next.ts";

describe("where to go after signing in", () => {
  it("comes back to an address of this app", () => {
    expect(safeNext("/new/1/place?x=1")).toBe("/new/1/place?x=1");
  });

  it("never leads to another site, nor in a circle", () => {
    for (const next of [undefined, "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/sign-in?next=/"]) {
      expect(safeNext(next)).toBe("/");
    }
  });
});
