import type { LingongClient } from "@lingong/client";
import type { DemoAccountView } from "@lingong/contracts";
import { joinAsCustomer, joinAsDemo, joinAsWorker } from "../play/people.ts";
import type { CityWorker } from "./living-city.ts";
import type { CityPlan, PlannedWorker } from "./plan.ts";

const atOnce = 8;
const cityId = "shanghai";

/** Does something with each of a list, a few at a time. */
export async function eachOf<Item>(list: readonly Item[], work: (item: Item, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < list.length) {
      const index = next;
      next += 1;
      await work(list[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

export interface Gathered {
  readonly customers: readonly LingongClient[];
  readonly workers: readonly CityWorker[];
}

export interface GatherOptions {
  /** The seeded people of the city take part: whoever signs in as one of them watches their day. */
  readonly seeded: boolean;
  readonly say: (text: string) => void;
  readonly stopped: () => boolean;
}

/** Brings everybody together: new people as the plan draws them, and the seeded ones where asked. */
export async function gather(url: string, plan: CityPlan, { seeded, say, stopped }: GatherOptions): Promise<Gathered> {
  const customers: LingongClient[] = [];
  const workers: CityWorker[] = [];
  const most = Math.max(1, Math.ceil(plan.orders.length / 4));
  await eachOf(Array.from({ length: most }), async (_, index) => {
    if (!stopped()) customers.push(await joinAsCustomer(url, { name: `客户${index + 1}`, salutation: index % 2 === 0 ? "ms" : "mr" }, cityId));
  });
  const [someone] = customers;
  const accounts = seeded && someone !== undefined ? await someone.api.development.accounts.query() : [];
  for (const account of accounts.filter((each) => each.cityId === cityId)) {
    if (account.app === "customer") customers.push(await joinAsDemo(url, account));
    if (account.app === "worker") workers.push(...(await joinSeeded(url, account, plan)));
  }
  await eachOf(plan.workers, async (planned) => {
    if (stopped()) return;
    workers.push({ ...planned, client: await joinAsWorker(url, planned.person, cityId), place: planned.person.home, busyUntil: 0 });
    if (workers.length % 50 === 0) say(`${workers.length} workers online`);
  });
  return { customers, workers };
}

/** A seeded worker lives as one of the plan does, from early to late. */
async function joinSeeded(url: string, account: DemoAccountView, { workers: [like] }: CityPlan): Promise<CityWorker[]> {
  if (like === undefined) return [];
  const workday: PlannedWorker["workday"] = { from: 6, to: 23 };
  const client = await joinAsDemo(url, account);
  await client.api.workers.setOnline.mutate({ online: true, position: like.person.home });
  return [{ ...like, workday, client, place: like.person.home, busyUntil: 0 }];
}
