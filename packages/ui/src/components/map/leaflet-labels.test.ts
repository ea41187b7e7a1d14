import { describe, expect, test } from "vitest";
import { placeFor } from "./leaflet-labels.ts";

const point = { x: 100, y: 100 };

describe("the name of a district on a crowded map", () => {
  test("stands on its place where there is room", () => {
    expect(placeFor("静安", point, [])).toMatchObject(point);
  });

  test("goes under a marker that lies there", () => {
    const placed = placeFor("静安", point, [{ x: 100, y: 100, width: 40, height: 40 }]);
    expect(placed?.x).toBe(100);
    expect(placed?.y).toBeGreaterThan(120);
  });

  test("goes over it when something is below as well", () => {
    const placed = placeFor("静安", point, [
      { x: 100, y: 100, width: 40, height: 40 },
      { x: 100, y: 140, width: 40, height: 30 },
    ]);
    expect(placed?.y).toBeLessThan(80);
  });

  test("is left out where there is no room at all", () => {
    expect(
      placeFor("静安", point, [
        { x: 100, y: 100, width: 40, height: 40 },
        { x: 100, y: 135, width: 60, height: 28 },
        { x: 100, y: 65, width: 60, height: 28 },
      ]),
    ).toBeNull();
  });
});
