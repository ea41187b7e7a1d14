import { orderParty, type Party, workerParty } from "./party.ts";
import type { Scenario } from "./scenario.ts";

/** Everybody of a scenario in the order of time; at one stamp orders first, then as the file lists them. Made one at a time. */
export function* comingsOf({ orders, workers }: Scenario): Generator<Party, undefined> {
  const codes = new Uint32Array(orders.length + workers.length).map((_, code) => code);
  const timeOf = (code: number) => (code < orders.length ? orders[code]?.posted : workers[code - orders.length]?.from) ?? 0;
  for (const code of codes.sort((a, b) => timeOf(a) - timeOf(b) || a - b)) {
    const order = orders[code];
    const worker = workers[code - orders.length];
    if (order !== undefined) yield orderParty(order, code);
    else if (worker !== undefined) yield workerParty(worker, code - orders.length);
  }
  return undefined;
}
