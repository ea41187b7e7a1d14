import { describe, expect, it } from "vitest";
import { coordinatesOf, coordinatesText } from "./coordinates.ts";

describe("typed coordinates", () => {
  it("reads half- and full-width commas and spaces", () => {
    for (const text of ["31.2215, 121.5447", "31.2215，121.5447", " 31.2215 121.5447 "])
      expect(coordinatesOf(text)).toEqual({ lat: 31.2215, lng: 121.5447 });
    expect(coordinatesText({ lat: 31.2215, lng: 121.5447 })).toBe("31.22150, 121.54470");
  });

  it("refuses what is no place", () => {
    for (const text of ["", "31.2", "0, 0", "121.5, 31.2", "a, b", "1, 2, 3"]) expect(coordinatesOf(text)).toBeNull();
  });
});
