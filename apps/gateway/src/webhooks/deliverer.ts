import type pg from "pg";
import type { Logger } from "pino";
import { type DueLoop, startDueLoop } from "../due-loop.ts";
import { signWebhook } from "../signature.ts";
import {
  backoffMs,
  claimDeliveries,
  type Delivery,
  markDelivered,
  markFailed,
  releaseClaimed,
  untilNextDelivery,
  type WebhookTiming,
} from "./deliveries.ts";

const AT_ONCE = 32;
const LONGEST_SLEEP_MS = 1_000;

/** One HTTP call, as a merchant's server sees it. Answers what came back, or throws. */
async function post(delivery: Delivery, timeoutMs: number): Promise<number> {
  const body = Buffer.from(delivery.body);
  const timestamp = String(Date.now());
  const response = await fetch(delivery.webhook_url, {
    method: "POST",
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "sandbox-gateway/1",
      "x-gateway-merchant": delivery.merchant_id,
      "x-gateway-event": delivery.event_id,
      "x-gateway-attempt": String(delivery.attempts),
      "x-gateway-timestamp": timestamp,
      "x-gateway-signature": signWebhook(delivery.secret, { timestamp, eventId: delivery.event_id, body }),
    },
  });
  await response.body?.cancel();
  return response.status;
}

async function attempt(delivery: Delivery, timeoutMs: number): Promise<{ delivered: boolean; result: string }> {
  if (delivery.attempts <= delivery.lose_attempts) return { delivered: false, result: "lost on request" };
  try {
    const status = await post(delivery, timeoutMs);
    return { delivered: status >= 200 && status < 300, result: `status ${status}` };
  } catch (error) {
    return { delivered: false, result: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : "failed" };
  }
}

/** Answers whether it has arrived; what has not is owed again later. */
async function deliver(pool: pg.Pool, delivery: Delivery, timing: WebhookTiming): Promise<boolean> {
  const { delivered, result } = await attempt(delivery, timing.timeoutMs);
  if (delivered) {
    await markDelivered(pool, delivery.id, result);
  } else {
    const waitMs = backoffMs(timing, delivery.attempts, Math.random());
    await markFailed(pool, delivery.id, { result, waitMs, giveUpAfterMs: timing.giveUpAfterMs });
  }
  return delivered;
}

/** Sends what is owed, at most 32 at once, until each is answered with 2xx or given up. */
export async function startDeliverer(pool: pg.Pool, timing: WebhookTiming, log: Logger): Promise<DueLoop> {
  await releaseClaimed(pool);
  const underWay = new Set<Promise<void>>();
  const onError = (error: unknown) => log.error({ err: error }, "webhook delivery");

  const begin = (delivery: Delivery) => {
    const call = deliver(pool, delivery, timing)
      .catch(onError)
      .then((delivered) => {
        const full = underWay.size === AT_ONCE;
        underWay.delete(call);
        if (full || delivered !== true) loop.wake();
      });
    underWay.add(call);
  };

  const round = async () => {
    const free = AT_ONCE - underWay.size;
    if (free === 0) return LONGEST_SLEEP_MS;
    const claimed = await claimDeliveries(pool, timing, free);
    for (const delivery of claimed) begin(delivery);
    return claimed.length === free ? LONGEST_SLEEP_MS : untilNextDelivery(pool, LONGEST_SLEEP_MS);
  };

  const loop = startDueLoop({ round, onError, pauseMs: LONGEST_SLEEP_MS });
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await Promise.all(underWay);
    },
  };
}
