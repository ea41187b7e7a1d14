import type { Job, Position, ScoreParts, WorkerSnapshot } from "@lingong/domain";

// §6 of the rule book, worked out anew: nothing here comes from the engine but the shapes of the data. What both get wrong
// in the same way would have to be misread twice.

export const minute = 60_000;
export const hour = 60 * minute;
export const waveKm = [5, 8, 12];
export const perWave = 3;

/** What each part is worth at most; fairness, as given to those nothing is known of, stands beside. */
export const weights = {
  tags: 150,
  certificate: 100,
  distance: 250,
  standing: 200,
  history: 100,
  activity: 60,
  response: 50,
  profile: 40,
  fairness: 50,
};

/** Mean radius of the earth, metres. */
const earth = 6_371_008.8;
const speeds = { ebike: 18, car: 28, transit: 20 };

export function isPlace(position: Position | null): position is Position {
  if (position === null || !Number.isFinite(position.lat) || !Number.isFinite(position.lng)) return false;
  return Math.abs(position.lat) <= 90 && Math.abs(position.lng) <= 180 && (position.lat !== 0 || position.lng !== 0);
}

/** Great-circle distance in metres, not rounded: by unit vectors, so that it shares no formula with the engine. */
export function metresBetween(a: Position, b: Position): number {
  const vector = ({ lat, lng }: Position) => {
    const [north, east] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)] as const;
  };
  const [[ax, ay, az], [bx, by, bz]] = [vector(a), vector(b)];
  const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return earth * Math.atan2(cross, ax * bx + ay * by + az * bz);
}

/** Whole metres from a worker to an order; 0: remote; null: one of them has no place. */
export function wayTo(job: Job, worker: WorkerSnapshot): number | null {
  if (job.mode === "remote") return 0;
  return isPlace(job.position) && isPlace(worker.position) ? Math.round(metresBetween(job.position, worker.position)) : null;
}

export function travelMinutes(metres: number, mode: WorkerSnapshot["travelMode"]): number {
  return Math.ceil((metres * 1.3 * 60) / (speeds[mode] * 1_000) - 1e-9);
}

/** When work would begin if the worker took the order now, and end. */
export function workOf(job: Job, worker: WorkerSnapshot, now: number, metres: number | null): { readonly from: number; readonly to: number } {
  const fiveUp = (at: number) => Math.ceil(at / (5 * minute)) * 5 * minute;
  const travel = job.mode === "remote" || metres === null ? 0 : travelMinutes(metres, worker.travelMode) * minute;
  const from = job.startsAt === null ? fiveUp(now + travel + 10 * minute) : Math.max(job.startsAt, fiveUp(now + travel));
  return { from, to: from + job.bookedMinutes * minute };
}

export function isSoon(job: Job, now: number): boolean {
  return job.startsAt === null || job.startsAt - now <= 24 * hour;
}

export function qualificationOf(job: Job, worker: WorkerSnapshot) {
  return worker.qualifications.find(({ categoryId }) => categoryId === job.categoryId) ?? null;
}

/** Whether a certificate in the order's category holds now and at an instant. */
export function holdsCertificate(job: Job, worker: WorkerSnapshot, now: number, at: number): boolean {
  const held = qualificationOf(job, worker);
  return held?.certified === true && (held.validUntil === null || held.validUntil > Math.max(now, at));
}

/** Distinct tags asked for, and how many of them a profile of so many tags has. */
export function tagsOf(job: Job, worker: WorkerSnapshot) {
  const [asked, own] = [new Set(job.tags), new Set(worker.tags)];
  return { asked: asked.size, matched: [...asked].filter((tag) => own.has(tag)).length, own: own.size };
}

export function tagPoints({ asked, matched, own }: ReturnType<typeof tagsOf>): number {
  if (asked === 0) return weights.tags;
  return own > 8 ? Math.floor((weights.tags * matched * 8) / (asked * own)) : Math.floor((weights.tags * matched) / asked);
}

/** A floored share of a maximum, between nothing and all of it. */
export function shareOf(most: number, value: number, of: number): number {
  return Math.min(most, Math.max(0, Math.floor((most * value) / of)));
}

export function togetherOf(job: Job, worker: WorkerSnapshot) {
  return Object.entries(worker.together).find(([customerId]) => customerId === job.customerId)?.[1] ?? null;
}

/** All eight parts. `metres` null: no place, no points for distance. */
export function partsOf(job: Job, worker: WorkerSnapshot, metres: number | null, medianIncome: number | null, now: number): ScoreParts {
  const together = togetherOf(job, worker);
  const income = worker.incomePerAvailableHourFen;
  const unknownIncome = income === null || medianIncome === null || medianIncome <= 0 || worker.completedOrders < 5;
  return {
    skill: tagPoints(tagsOf(job, worker)) + (holdsCertificate(job, worker, now, job.startsAt ?? now) ? weights.certificate : 0),
    distance: job.mode === "remote" ? weights.distance : metres === null ? 0 : shareOf(weights.distance, 12_000 - metres, 12_000),
    standing: shareOf(weights.standing, worker.standing, 1_000),
    history: together === null || (together.lastStars ?? 5) <= 2 ? 0 : Math.min(weights.history, 25 * together.completed),
    activity: worker.activity.available > 0 ? shareOf(weights.activity, worker.activity.online, worker.activity.available) : 30,
    response: worker.response.of > 0 ? shareOf(weights.response, worker.response.withinFiveMinutes, worker.response.of) : 25,
    profile: shareOf(weights.profile, worker.profilePercent, 100),
    fairness: unknownIncome ? 25 : shareOf(weights.fairness, medianIncome - income, medianIncome),
  };
}

export const partNames = [
  "skill",
  "distance",
  "standing",
  "history",
  "activity",
  "response",
  "profile",
  "fairness",
] as const satisfies readonly (keyof ScoreParts)[];

export function sumOf(parts: ScoreParts): number {
  return partNames.reduce((sum, name) => sum + parts[name], 0);
}
