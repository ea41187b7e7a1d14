import type { FreeStartsInput, FreeStartsOutput } from "@lingong/contracts";
import { workers } from "@lingong/db";
import { DAY, type Instant, type Interval, instantAtWall, isPeak, MINUTE, type Policy, timeRefusal, type WorkerSnapshot } from "@lingong/domain";
import { knownCity } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import { loadWorker } from "../orders/facts.ts";
import { policyOf } from "../policy/policies.ts";

const firstHour = 7;
const lastHour = 21;
const step = 30 * MINUTE;
const nobody = "00000000-0000-7000-8000-000000000000";

/** Whether a booking would fit a worker's calendar with buffer and rest; the way to an unknown place counts as none. */
function isFree(worker: WorkerSnapshot, interval: Interval, zone: string, policy: Policy): boolean {
  return timeRefusal(worker, { ...interval, orderId: nobody, position: worker.position }, { zone, policy }) === null;
}

/** Starts from 07:00 to 21:00 local of a day, as the booking card shows them. */
export async function loadFreeStarts(services: Services, input: FreeStartsInput): Promise<FreeStartsOutput> {
  const record = found(await workers.findById(services.db, input.workerId));
  const { zone } = knownCity(record.cityId);
  const now = services.clock.now();
  const { policy } = await policyOf(services, null);
  const worker = found(await loadWorker(services, record.id, nobody, now));
  const day = Temporal.PlainDate.from(input.day);
  const last = instantAtWall(day, lastHour * 60, zone);
  const starts: FreeStartsOutput["starts"] = [];
  for (let at = instantAtWall(day, firstHour * 60, zone); at <= last; at += step) {
    const ahead = at - now >= policy.lifecycle.scheduledAhead && at - now <= policy.lifecycle.aheadAtMost;
    starts.push({
      at: iso(at),
      free: ahead && isFree(worker, { from: at, to: at + input.minutes * MINUTE }, zone, policy),
      peak: isPeak(at, zone, policy),
    });
  }
  return { zone, starts };
}

const lookAhead = 14 * DAY;

/** The first start a worker's calendar allows for a booking of this length within two weeks; null: none. */
export function firstFreeStart(
  worker: WorkerSnapshot,
  minutes: number,
  context: { readonly zone: string; readonly policy: Policy; readonly now: Instant },
): Instant | null {
  const { zone, policy, now } = context;
  const first = Math.ceil((now + policy.lifecycle.scheduledAhead) / step) * step;
  for (let at = first; at < now + lookAhead; at += step) {
    const hour = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour;
    if (hour < firstHour || hour > lastHour) continue;
    if (isFree(worker, { from: at, to: at + minutes * MINUTE }, zone, policy)) return at;
  }
  return null;
}
