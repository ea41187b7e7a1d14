import { describe, expect, test } from "vitest";
import { clusterSize, clustersOf, joinDistance, shortagesOf } from "./map-points.ts";

const point = (kind: "in_progress" | "waiting" | "worker", lat: number, lng: number, count: number, district: string | null = null) => ({
  kind,
  position: { lat, lng },
  count,
  district,
});

describe("clusters", () => {
  test("near points of one layer become one that counts them all, in their middle", () => {
    const clusters = clustersOf([point("in_progress", 31.2, 121.4, 3), point("in_progress", 31.21, 121.4, 1, "静安区")], "in_progress", 2_000);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({ count: 4, district: "静安区" });
    expect(clusters[0]?.position.lat).toBeCloseTo(31.2025, 6);
  });

  test("far points and other layers stay apart; no order is lost", () => {
    const points = [point("in_progress", 31.2, 121.4, 3), point("in_progress", 31.3, 121.4, 2), point("waiting", 31.2, 121.4, 9)];
    const clusters = clustersOf(points, "in_progress", 2_000);
    expect(clusters.map(({ count }) => count)).toEqual([3, 2]);
  });
});

describe("a shortage", () => {
  test("is where more wait than workers are near", () => {
    const points = [point("waiting", 31.2, 121.6, 17, "浦东新区"), point("worker", 31.21, 121.6, 4), point("worker", 31.4, 121.4, 40)];
    expect(shortagesOf(points, 2_000)).toMatchObject([{ count: 17, workers: 4, district: "浦东新区" }]);
  });

  test("is not a single order, nor many with enough people", () => {
    expect(shortagesOf([point("waiting", 31.2, 121.6, 2)], 2_000)).toEqual([]);
    expect(shortagesOf([point("waiting", 31.2, 121.6, 5), point("worker", 31.2, 121.6, 5)], 2_000)).toEqual([]);
  });
});

test("clusters grow with their count, within bounds", () => {
  expect(clusterSize(1)).toBeGreaterThanOrEqual(24);
  expect(clusterSize(142)).toBeGreaterThan(clusterSize(24));
  expect(clusterSize(100_000)).toBe(60);
});

test("the join distance follows how far the points lie apart", () => {
  expect(joinDistance([point("worker", 31.2, 121.4, 1)])).toBe(0);
  expect(joinDistance([point("worker", 31.0, 121.2, 1), point("worker", 31.4, 121.7, 1)])).toBeGreaterThan(4_000);
});
