import type { NamedReceipt } from "@lingong/contracts";
import { type Receipt, users } from "@lingong/db";
import type { Services } from "../kernel/context.ts";
import { receiptViews } from "../offers/receipts.ts";

/** Receipts as admins read them, with whose they are. */
export async function namedReceipts(services: Services, list: readonly Receipt[]): Promise<NamedReceipt[]> {
  const people = await users.findMany(services.db, [...new Set(list.map(({ workerId }) => workerId))]);
  const views = await receiptViews(services, list, null);
  return list.flatMap(({ workerId }, index) => {
    const view = views[index];
    return view === undefined ? [] : [{ ...view, workerId, workerName: people.get(workerId)?.displayName ?? workerId }];
  });
}
