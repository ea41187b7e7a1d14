import { canonicalJson } from "../contract/canonical.ts";
import { isPlausible } from "../geo/distance.ts";
import type { Instant } from "../kernel/instant.ts";
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
