import type { CommittedInterval, TravelMode } from "../dispatch/snapshot.ts";
import { travelMinutesBetween } from "../geo/distance.ts";
import { type Duration, HOUR, type Instant, type Interval, MINUTE, overlaps } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { gapBetween, leavesTimeToTravel } from "./calendar.ts";
import { type LocalTime, localMoment } from "./local-time.ts";

/** What a worker has done and is bound to: past intervals included, or the guards cannot count them. */
export interface WorkCalendar {
  readonly commitments: readonly CommittedInterval[];
  readonly restBlocks: readonly Interval[];
  readonly travelMode: TravelMode;
}

/** Beyond this no neighbour can bear on the guards: a run and the two days around an order lie within. */
const HORIZON = 72 * HOUR;

/** Commitments near `work`, with it, by start. */
function dayPlan(calendar: WorkCalendar, work: CommittedInterval): CommittedInterval[] {
  const near = calendar.commitments.filter(({ from, to }) => to > work.from - HORIZON && from < work.to + HORIZON);
  return [...near, work].sort(byStart);
}

function byStart(a: Interval, b: Interval): number {
  return a.from - b.from || a.to - b.to;
}

/** The rest between two orders: the gap without the travel in it. */
function restBetween(earlier: CommittedInterval, later: CommittedInterval, travelMode: TravelMode, policy: Policy): Duration {
  return later.from - earlier.to - travelMinutesBetween(earlier.position, later.position, travelMode, policy) * MINUTE;
}

/** Whether there is certainly enough rest between two orders for them not to be one run: a quick answer for most. */
function restsEnough(a: CommittedInterval, b: CommittedInterval, travelMode: TravelMode, policy: Policy): boolean {
  return leavesTimeToTravel(a.position, b.position, travelMode, gapBetween(a, b) - policy.dispatch.restAfterContinuous, policy);
}

/**
 * Whether the worker is resting at `now`: in a rest block of their own, or within 20 min after the end of more than 4 h of
 * continuous work (§6). Work is continuous while no gap, travel left out, reaches 20 min. Running work is not rest.
 */
export function isRestingAt(calendar: WorkCalendar, policy: Policy, now: Instant): boolean {
  if (calendar.restBlocks.some(({ from, to }) => from <= now && now < to)) return true;
  const { continuousWorkMost, restAfterContinuous } = policy.dispatch;
  // Most workers have not just finished anything: only then is the run worth walking back.
  if (!calendar.commitments.some(({ to }) => to <= now && now < to + restAfterContinuous)) return false;
  if (calendar.commitments.some(({ from, to }) => from <= now && now < to)) return false;
  const past = calendar.commitments.filter(({ from, to }) => to <= now && from > now - HORIZON).sort(byStart);
  let runFrom = Number.POSITIVE_INFINITY;
  let last: CommittedInterval | null = null;
  for (const commitment of past) {
    if (last === null || restBetween(last, commitment, calendar.travelMode, policy) >= restAfterContinuous) runFrom = commitment.from;
    last = commitment;
  }
  return last !== null && now < last.to + restAfterContinuous && last.to - runFrom > continuousWorkMost;
}

/** Whether `work` lies, even in part, in a rest block: those are hard (§6). */
export function breaksRestBlock(calendar: WorkCalendar, work: Interval): boolean {
  return calendar.restBlocks.some((block) => overlaps(block, work));
}

/**
 * Whether taking `work` would let an order begin less than 20 min of rest after more than 4 h of continuous work (§6),
 * be it this one or one already promised behind it. One long order alone breaks nothing: running work is never cut.
 */
export function breaksContinuousRest(calendar: WorkCalendar, work: CommittedInterval, policy: Policy): boolean {
  const { continuousWorkMost, restAfterContinuous } = policy.dispatch;
  if (calendar.commitments.every((other) => restsEnough(other, work, calendar.travelMode, policy))) return false;
  const plan = dayPlan(calendar, work);
  let runFrom = Number.NEGATIVE_INFINITY;
  let runHasWork = false;
  let earlier: CommittedInterval | null = null;
  for (const later of plan) {
    const rested = earlier === null || restBetween(earlier, later, calendar.travelMode, policy) >= restAfterContinuous;
    if (rested || earlier === null) {
      runFrom = later.from;
      runHasWork = false;
    } else if (earlier.to - runFrom > continuousWorkMost && (runHasWork || later === work)) {
      return true;
    }
    runHasWork ||= later === work;
    earlier = later;
  }
  return false;
}

/**
 * Whether `work` would carry a local day above 12 h (§6); work over midnight counts to each day it touches, remote work
 * as well. Exactly 12 h is allowed.
 */
export function breaksDailyLimit(calendar: WorkCalendar, work: Interval, zone: string, policy: Policy, localTime: LocalTime = localMoment): boolean {
  if (lengthOf(work) + calendar.commitments.reduce((sum, commitment) => sum + lengthOf(commitment), 0) <= policy.dispatch.dailyMost) return false;
  for (let at = work.from; at < work.to; ) {
    const { day } = localTime(at, zone);
    let worked = within(work, day);
    for (const commitment of calendar.commitments) worked += within(commitment, day);
    if (worked > policy.dispatch.dailyMost) return true;
    at = day.to;
  }
  return false;
}

/** Work on the local day of `instant` so far and planned: the app asks before more from 8 h on (§6). */
export function workOnDayOf(calendar: Pick<WorkCalendar, "commitments">, instant: Instant, zone: string): Duration {
  const { day } = localMoment(instant, zone);
  return calendar.commitments.reduce((worked, commitment) => worked + within(commitment, day), 0);
}

function lengthOf({ from, to }: Interval): Duration {
  return to - from;
}

function within(work: Interval, day: Interval): Duration {
  return Math.max(0, Math.min(work.to, day.to) - Math.max(work.from, day.from));
}

/**
 * Whether `work` would leave less than 8 h between two days (§6): between the last end of what began on one local day
 * and the first start on the next. Elapsed time, so a change of clocks neither gives nor takes rest.
 */
export function breaksNightRest(
  calendar: WorkCalendar,
  work: CommittedInterval,
  zone: string,
  policy: Policy,
  localTime: LocalTime = localMoment,
): boolean {
  const { restBetweenDays } = policy.dispatch;
  for (const commitment of calendar.commitments) {
    const earlier = commitment.from < work.from ? commitment : work;
    const later = earlier === work ? commitment : work;
    if (later.from - earlier.to >= restBetweenDays) continue;
    if (localTime(commitment.from, zone).day.from !== localTime(work.from, zone).day.from) return true;
  }
  return false;
}

/** Where and by which rules work is judged. */
export interface RestContext {
  readonly zone: string;
  readonly policy: Policy;
  readonly localTime?: LocalTime;
}

export type RestCode = "excluded_resting" | "excluded_daily_limit" | "excluded_night_rest";

/** The rest guards in their order of precedence (§6): they hold for an order, and for extra time on one, on every path. */
export const restGuards: readonly {
  readonly code: RestCode;
  readonly breaks: (calendar: WorkCalendar, work: CommittedInterval, context: RestContext) => boolean;
}[] = [
  {
    code: "excluded_resting",
    breaks: (calendar, work, { policy }) => breaksRestBlock(calendar, work) || breaksContinuousRest(calendar, work, policy),
  },
  {
    code: "excluded_daily_limit",
    breaks: (calendar, work, { zone, policy, localTime }) => breaksDailyLimit(calendar, work, zone, policy, localTime),
  },
  {
    code: "excluded_night_rest",
    breaks: (calendar, work, { zone, policy, localTime }) => breaksNightRest(calendar, work, zone, policy, localTime),
  },
];
