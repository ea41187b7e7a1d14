import type { DemandMap } from "@lingong/contracts";
import { cityOf } from "@lingong/domain";
import { AppProvider, adminMessages, startTranslations } from "@lingong/ui";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { byDistrict, middleOf, ordersIn, sumsOf } from "./demand.ts";
import { DemandHours } from "./demand-hours.tsx";

afterEach(cleanup);

const cell = (id: string, lat: number, lng: number, total: number, inPeaks: number[]) => ({ id, centre: { lat, lng }, boundary: [], total, inPeaks });
const demand: DemandMap = {
  cityId: "shanghai",
  zone: "Asia/Shanghai",
  days: 28,
  least: 3,
  peaks: [
    { fromHour: 7, toHour: 9 },
    { fromHour: 18, toHour: 20 },
  ],
  hours: Array.from({ length: 24 }, (_, hour) => ({ 7: 4, 8: 6, 12: 2, 18: 7, 20: 1 })[hour] ?? 0),
  // Beside the seats of Huangpu, of Huangpu again, and of Xuhui.
  cells: [cell("a", 31.232, 121.485, 9, [5, 2]), cell("b", 31.229, 121.481, 6, [0, 5]), cell("c", 31.187, 121.437, 5, [5, 0])],
};

describe("demand", () => {
  it("adds up the day, its busiest hour and what falls into the peaks", () => {
    expect(sumsOf(demand)).toEqual({ total: 20, busiestHour: 18, peakShare: 0.85 });
    expect(sumsOf({ ...demand, hours: demand.hours.map(() => 0) })).toEqual({ total: 0, busiestHour: null, peakShare: null });
    expect(demand.cells.map((each) => [ordersIn(each, "all"), ordersIn(each, 0), ordersIn(each, 1), ordersIn(each, 2)])).toEqual([
      [9, 5, 2, 0],
      [6, 0, 5, 0],
      [5, 5, 0, 0],
    ]);
  });

  it("is told by the nearest district, the busiest first, those without orders left out", () => {
    const city = cityOf("shanghai");
    if (city === null) throw new Error("Shanghai is missing");
    const named = (choice: "all" | number) => byDistrict(demand, city, choice).map(({ name, orders }) => [name.zh, orders]);
    expect(named("all")).toEqual([
      ["黄浦区", 15],
      ["徐汇区", 5],
    ]);
    expect(named(1)).toEqual([["黄浦区", 7]]);
    expect(byDistrict(demand, { districts: [] }, "all")).toEqual([]);
  });

  it("lies where most of it is", () => {
    expect(middleOf([])).toBeNull();
    const middle = middleOf(demand.cells);
    expect(middle?.lat).toBeCloseTo((31.232 * 9 + 31.229 * 6 + 31.187 * 5) / 20, 6);
    expect(middle?.lng).toBeCloseTo((121.485 * 9 + 121.481 * 6 + 121.437 * 5) / 20, 6);
  });

  it("says each hour with its orders, and which hours are peaks", async () => {
    const translations = await startTranslations(adminMessages, "zh-CN");
    render(
      <AppProvider app="admin" translations={translations} readClock={() => 0} env="test">
        <DemandHours demand={demand} choice={1} />
      </AppProvider>,
    );
    const bars = screen.getAllByRole("img");
    expect(bars).toHaveLength(24);
    expect(screen.getByRole("img", { name: "18:00 有 7 单，高峰" }).dataset).toMatchObject({ peak: "true", chosen: "true" });
    expect(screen.getByRole("img", { name: "08:00 有 6 单，高峰" }).dataset.chosen).toBeUndefined();
    expect(screen.getByRole("img", { name: "12:00 有 2 单" }).dataset.peak).toBeUndefined();
  });
});
