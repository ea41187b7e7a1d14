import { expect, it } from "vitest";
import { isAtWork, planCity } from "./plan.ts";

const size = { workers: 300, orders: 4_000, hours: 24, seed: 5 };
const repairs = ["plumbing"];
const cleanings = ["deep_cleaning", "daily_cleaning", "appliance_cleaning"];

it("draws the same city from the same seed, and another from another", async () => {
  const drawn = await planCity(size);
  expect(await planCity(size)).toEqual(drawn);
  expect(await planCity({ ...size, seed: 6 })).not.toEqual(drawn);
});

it("asks for cleaning, moving and repair in 70 % of its orders, most of all in the peak hours", async () => {
  const { orders } = await planCity(size);
  const common = orders.filter(({ terms }) => [...cleanings, ...repairs, "moving"].includes(terms.categoryId)).length;
  expect(common / orders.length).toBeGreaterThan(0.67);
  expect(common / orders.length).toBeLessThan(0.73);
  // It wakes at nine: the evening peak is from the ninth hour to the eleventh.
  const within = (from: number, to: number) => orders.filter(({ after }) => after >= from * 3_600_000 && after < to * 3_600_000).length;
  expect(within(9, 11)).toBeGreaterThan(1.4 * within(4, 6));
  expect(orders.every(({ after }, index) => after >= (orders[index - 1]?.after ?? 0))).toBe(true);
});

it("gives everybody a working day of six to eleven hours", async () => {
  const { workers } = await planCity(size);
  for (const worker of workers) {
    const hours = Array.from({ length: 24 }, (_, hour) => isAtWork(worker, hour * 3_600_000)).filter(Boolean).length;
    expect(hours).toBe(worker.workday.to - worker.workday.from);
    expect(hours).toBeGreaterThanOrEqual(6);
    expect(hours).toBeLessThanOrEqual(11);
  }
  // It wakes at nine.
  expect(isAtWork({ workday: { from: 9, to: 15 } }, 0)).toBe(true);
  expect(isAtWork({ workday: { from: 10, to: 16 } }, 0)).toBe(false);
  expect(isAtWork({ workday: { from: 9, to: 15 } }, 24 * 3_600_000 - 1)).toBe(false);
});
