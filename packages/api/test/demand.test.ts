import { DAY, HOUR } from "@lingong/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAdmin } from "./admins.ts";
import { codeOf, createWorld, morning, type Person, place, type World } from "./world.ts";

let world: World;
let customer: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
});
afterAll(() => world.database.drop());

const far = { lat: place.lat + 0.2, lng: place.lng + 0.2 };

it("counts paid work by cell and local hour; a cell of few is left out, and so is what nobody paid for", async () => {
  const worker = await world.worker();
  const at = (hour: number, position = place) => ({
    startsAt: new Date(morning + 2 * DAY + (hour - 9) * HOUR).toISOString(),
    address: { district: "浦东新区", line: "花木路 100 弄 12 号", position },
  });
  for (const hour of [8, 12, 18, 19]) await world.paidOrder(customer, at(hour));
  await world.paidOrder(customer, at(10, far));
  await world.place(customer, at(8));
  const demand = await worker.api.market.demand();
  expect(demand).toMatchObject({
    zone: "Asia/Shanghai",
    peaks: [
      { fromHour: 7, toHour: 9 },
      { fromHour: 18, toHour: 20 },
    ],
    least: 3,
  });
  expect(demand.cells).toHaveLength(1);
  expect(demand.cells[0]).toMatchObject({ total: 4, inPeaks: [1, 2] });
  expect(demand.cells[0]?.boundary.length).toBeGreaterThanOrEqual(5);
  expect([8, 10, 12, 18, 19].map((hour) => demand.hours[hour])).toEqual([1, 1, 1, 1, 1]);
  expect(demand.hours.reduce((sum, orders) => sum + orders, 0)).toBe(5);
  expect(JSON.stringify(demand)).not.toContain(String(place.lat));
  expect(await codeOf(customer.api.market.demand())).toBe("wrong_role");
  expect(await codeOf(worker.api.market.cityDemand({ cityId: "shanghai" }))).toBe("wrong_role");
  const operator = await createAdmin(world, ["operator"]);
  expect((await operator.api.market.cityDemand({ cityId: "shanghai" })).cells).toEqual(demand.cells);
  expect((await operator.api.market.cityDemand({ cityId: "beijing" })).cells).toEqual([]);
  expect(await codeOf(operator.api.market.cityDemand({ cityId: "atlantis" }))).toBe("not_found");
});
