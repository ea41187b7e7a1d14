import { notifications, orders, timeOutOffers } from "@lingong/db";
import { defaultPolicy } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { refuseDirect } from "./direct.ts";

const atOnce = 200;

/** Ends offers whose time is over (§6): missed ones count, three in a row take a worker offline, who is told. Answers how many ended. */
export async function timeOutDueOffers(services: Services, limit = atOnce): Promise<number> {
  const now = services.clock.now();
  const { offers, wentOffline } = await timeOutOffers(services.db, { now, missedUntilOffline: defaultPolicy.dispatch.missedUntilOffline, limit });
  await notifications.insert(
    services.db,
    wentOffline.map((userId) => ({
      userId,
      kind: "went_offline",
      orderId: null,
      data: { missed: defaultPolicy.dispatch.missedUntilOffline },
      at: now,
    })),
  );
  const touched = await orders.findMany(
    services.db,
    offers.map(({ orderId }) => orderId),
  );
  for (const { orderId, workerId } of offers) {
    const order = touched.find(({ id }) => id === orderId);
    if (order?.state === "matching" && order.direct?.workerId === workerId) await refuseDirect(services, orderId);
  }
  return offers.length;
}
