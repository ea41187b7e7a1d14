import { canonicalJson } from "../contract/canonical.ts";
import { distanceMetres, EARTH_RADIUS_METRES, isPlausible } from "../geo/distance.ts";
import type { Position } from "../geo/position.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { byId } from "./round-state.ts";
import type { RoundResult, RoundSnapshot } from "./round-types.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

/** Everything a round's decisions follow from, but the policy's numbers: those are kept once, under their hash. */
export interface RoundRecord {
  readonly at: Instant;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly snapshot: RoundSnapshot;
}

/** The smallest cosine that matters for a box of degrees: beyond 85° of latitude every meridian is near. */
const leastCosine = 0.08;
const metresPerDegree = (EARTH_RADIUS_METRES * Math.PI) / 180;

/**
 * What of a city bears on its waiting orders: workers qualified for one of them within the widest wave (remote work: all
 * qualified), and those an order is reserved for. Nobody else is considered by any order, under this policy or one with no
 * wider waves. A round runs on this, so that what is recorded is what was decided on.
 */
export function relevantTo(snapshot: RoundSnapshot, policy: Policy): RoundSnapshot {
  const wanted = new Set(snapshot.jobs.flatMap(({ exclusiveWorkerId }) => exclusiveWorkerId ?? []));
  const places = new Map<string, (Position | null)[]>();
  for (const { categoryId, mode, position } of snapshot.jobs) {
    const list = places.get(categoryId) ?? [];
    places.set(categoryId, list);
    list.push(mode === "remote" ? null : position);
  }
  const metres = Math.max(...policy.dispatch.waveRadiiKm) * 1_000;
  const matters = ({ id, position, qualifications }: WorkerSnapshot) =>
    wanted.has(id) ||
    qualifications.some(({ categoryId }) => (places.get(categoryId) ?? []).some((place) => place === null || isNear(place, position, metres)));
  const workers = snapshot.workers.filter(matters);
  const ids = new Set(workers.map(({ id }) => id));
  return { ...snapshot, workers, openOffers: snapshot.openOffers.filter(({ workerId }) => ids.has(workerId)) };
}

/** Whether two places lie within `metres`: a box of degrees first, which is wrong for few. */
function isNear(place: Position, position: Position | null, metres: number): boolean {
  if (!isPlausible(position) || !isPlausible(place)) return false;
  const degrees = metres / metresPerDegree + 0.001;
  if (Math.abs(place.lat - position.lat) > degrees) return false;
  const cosine = Math.cos(((Math.abs(place.lat) + degrees) * Math.PI) / 180);
  const apart = Math.abs(place.lng - position.lng);
  if (cosine > leastCosine && Math.min(apart, 360 - apart) > degrees / cosine) return false;
  return distanceMetres(place, position) <= metres;
}

/** Positions JSON cannot hold count as none everywhere: they are kept as none. */
function cleaned<Item extends Job | WorkerSnapshot>(item: Item): Item {
  return item.position === null || isPlausible(item.position) ? item : { ...item, position: null };
}

/**
 * A round's inputs as canonical JSON, its lists by id: equal inputs have equal bytes.
 * @throws TypeError on numbers JSON cannot hold.
 */
export function recordText({ at, policyVersion, policyHash, snapshot }: RoundRecord): string {
  const { jobs, workers, openOffers, market } = snapshot;
  return canonicalJson({
    at,
    policyVersion,
    policyHash,
    snapshot: {
      jobs: jobs.map(cleaned).sort((a, b) => byId(a.orderId, b.orderId)),
      workers: workers.map(cleaned).sort((a, b) => byId(a.id, b.id)),
      openOffers: [...openOffers].sort(
        (a, b) => byId(a.workerId, b.workerId) || Number(a.live) - Number(b.live) || Number(a.exclusive) - Number(b.exclusive),
      ),
      market,
    },
  });
}

/** A record read back. @throws SyntaxError on text that is none of ours. */
export function parseRecord(text: string): RoundRecord {
  const record = JSON.parse(text) as Partial<RoundRecord> | null;
  const snapshot: Partial<RoundSnapshot> | undefined = record?.snapshot;
  const whole =
    typeof record?.at === "number" && Array.isArray(snapshot?.jobs) && Array.isArray(snapshot.workers) && Array.isArray(snapshot.openOffers);
  if (!whole) throw new SyntaxError("this is no record of a round");
  return record as RoundRecord;
}

/**
 * Everything a round decided, line by line in canonical JSON: what it does first, then one line a receipt. A hash over the
 * lines is the round's fingerprint: two runs that decided the same have the same, on any machine.
 */
export function* decisionLines({ receipts, ...decided }: RoundResult): Generator<string> {
  yield canonicalJson(decided);
  for (const receipt of receipts) yield canonicalJson(receipt);
}
