import { describe, expect, it } from "vitest";
import { deviceNameOf } from "./device-name.ts";
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

describe("the device's name", () => {
  it("names browser and system, the narrower first", () => {
    expect(deviceNameOf("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36")).toBe("Chrome · Android");
    expect(deviceNameOf("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1")).toBe(
      "Safari · iOS",
    );
    expect(deviceNameOf("curl/8")).toBe("");
  });
});
