import { describe, expect, test } from "vitest";
import { roomFor } from "./leaflet-layers.ts";

const size = { x: 390, y: 300 };
const at = { lat: 31.22, lng: 121.54 };
const nothing = { circles: [], covered: 0, coveredTop: 0, still: false };

describe("the room kept around what a map shows", () => {
  test("a named place stays clear of the buttons at the right", () => {
    const name = "联洋年华 12 号楼 1202";
    const room = roomFor({ x: 800, y: 600 }, { ...nothing, markers: [{ key: "home", position: at, name, named: true }] });
    expect(room.right).toBeGreaterThan(64 + 60);
    expect(room.left).toBeGreaterThan(60);
  });

  test("never takes more than leaves the middle free", () => {
    const room = roomFor(size, {
      ...nothing,
      coveredTop: 400,
      covered: 400,
      markers: [{ key: "home", position: at, name: "x".repeat(99), named: true }],
    });
    expect(room.left + room.right).toBeLessThan(size.x * 0.8);
    expect(room.top + room.bottom).toBeLessThan(size.y * 0.8);
  });

  test("a circle alone may fill the strip it stands on", () => {
    const circle = { key: "radius", position: at, radiusMetres: 5_000, kind: "radius" } as const;
    const room = roomFor({ x: 390, y: 84 }, { ...nothing, still: true, circles: [circle], markers: [{ key: "home", position: at, name: "home" }] });
    expect(room.top + room.bottom).toBeLessThanOrEqual(16);
  });
});
