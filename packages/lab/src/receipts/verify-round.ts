import { type Opening, openingsOf, type Ranked } from "./expected.ts";
import type { FiledReceipt, FiledRound } from "./rounds-file.ts";
import { isSoon, partNames } from "./rule-book.ts";
import { fewestPoints } from "./smallest-step.ts";

/** One thing a receipt says that the rule book does not. */
export interface Mismatch {
  readonly roundId: number;
  readonly orderId: string;
  readonly workerId: string;
  readonly what: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export interface RoundVerdict {
  readonly receipts: number;
  readonly mismatches: readonly Mismatch[];
  /** Workers who had to be told something about an order, and were not. */
  readonly unexplained: number;
}

const keyOf = (orderId: string, workerId: string) => `${orderId} ${workerId}`;

/** Workers who cannot be shown another offer of a kind: they look at one, or were given one for them alone. */
function heldBy({ record: { snapshot, at } }: FiledRound, receipts: ReadonlyMap<string, FiledReceipt>) {
  const held = new Set(snapshot.openOffers.filter(({ live, exclusive }) => live || !exclusive).map(({ workerId, live }) => `${workerId} ${live}`));
  for (const job of snapshot.jobs) {
    if (job.exclusiveWorkerId === null || !isSoon(job, at)) continue;
    if (chosen(receipts.get(keyOf(job.orderId, job.exclusiveWorkerId)))) held.add(`${job.exclusiveWorkerId} true`);
  }
  return (workerId: string, soon: boolean) => held.has(`${workerId} ${soon}`);
}

/** The round chose this worker, whether or not the offer could still be made. */
function chosen(receipt: FiledReceipt | undefined): boolean {
  return receipt !== undefined && (receipt.outcome === "offered" || receipt.reason === "changed_meanwhile");
}

/** Everything the verifier compares within one round. */
interface Bench {
  readonly round: FiledRound;
  readonly receipts: ReadonlyMap<string, FiledReceipt>;
  readonly isHeld: (workerId: string, soon: boolean) => boolean;
  /** Orders in waves that chose a worker, by worker and kind. */
  readonly givenTo: ReadonlyMap<string, string>;
  readonly note: (receipt: Pick<FiledReceipt, "orderId" | "workerId">, what: string, expected: unknown, found: unknown) => void;
}

/** Why a ranked worker was passed over, by who else was chosen. */
function reasonFor({ job, soon, ranking, room }: Opening, { worker }: Ranked, { receipts, isHeld, givenTo }: Bench): string {
  if (isHeld(worker.id, soon)) return "holding_offer";
  if ((givenTo.get(`${worker.id} ${soon}`) ?? job.orderId) !== job.orderId) return "offered_elsewhere";
  const place = ranking.findIndex((other) => other.worker.id === worker.id);
  const asked = ranking.map((other) => chosen(receipts.get(keyOf(job.orderId, other.worker.id))));
  // A free worker is left out only where as many as the wave may ask stand before them.
  const before = asked.slice(0, place).filter(Boolean).length;
  return before === room ? "outranked" : "nobody left out with room to spare, or behind somebody asked";
}

function checkStep(opening: Opening, index: number, receipt: FiledReceipt, { round, note }: Bench): void {
  const [own, above] = [opening.ranking[index], opening.ranking[index - 1]];
  const found = receipt.improvement ?? null;
  if (own === undefined || above === undefined) {
    if (found !== null) note(receipt, "improvement of the first", null, found);
    return;
  }
  const need = above.score - own.score + (own.worker.id < above.worker.id ? 0 : 1);
  const fewest = fewestPoints({ job: opening.job, worker: own.worker, parts: own.parts, now: round.record.at }, need);
  if ((found?.points ?? null) !== (fewest?.points ?? null)) {
    note(receipt, "fewest points of one step", fewest?.points ?? null, found?.points ?? null);
    return;
  }
  if (found === null || fewest === null) return;
  if (!fewest.parts.has(found.part)) note(receipt, "part of the step", [...fewest.parts], found.part);
  const score = own.score + found.points;
  const rank =
    1 +
    opening.ranking.filter(
      ({ worker, score: theirs }) => worker.id !== own.worker.id && (theirs > score || (theirs === score && worker.id < own.worker.id)),
    ).length;
  if (rank !== found.rank || rank > index) note(receipt, "rank after the step", rank, found.rank);
}

function checkRanked(opening: Opening, index: number, receipt: FiledReceipt, bench: Bench): void {
  const { note } = bench;
  const own = opening.ranking[index] as Ranked;
  if (receipt.outcome === "excluded") {
    note(receipt, "eligible, but excluded", null, receipt.reason);
    return;
  }
  for (const name of partNames) if (receipt.parts?.[name] !== own.parts[name]) note(receipt, `part ${name}`, own.parts[name], receipt.parts?.[name]);
  if (partNames.reduce((sum, name) => sum + (receipt.parts?.[name] ?? 0), 0) !== receipt.score)
    note(receipt, "sum of the parts", own.score, receipt.score);
  if (receipt.rank !== index + 1) note(receipt, "rank", index + 1, receipt.rank);
  if (receipt.of !== opening.ranking.length) note(receipt, "how many were ranked", opening.ranking.length, receipt.of);
  if (receipt.metres !== own.metres) note(receipt, "metres", own.metres, receipt.metres);
  if (chosen(receipt)) {
    if (!opening.exclusive && bench.isHeld(own.worker.id, opening.soon)) note(receipt, "offered while holding an offer", null, "offered");
    return;
  }
  const reason = opening.exclusive ? "a reason of its own" : reasonFor(opening, own, bench);
  if (receipt.reason !== reason) note(receipt, "reason", reason, receipt.reason);
  checkStep(opening, index, receipt, bench);
}

/** A worker an order is reserved for, who looks at another live offer, waits for the next round: nothing is decided yet. */
function waits({ exclusive, soon, job }: Opening, { isHeld, receipts }: Bench): boolean {
  const workerId = job.exclusiveWorkerId ?? "";
  return exclusive && soon && isHeld(workerId, true) && !receipts.has(keyOf(job.orderId, workerId));
}

function checkOpening(opening: Opening, bench: Bench): number {
  const { receipts, note } = bench;
  const { job, ranking, excluded, wave, room } = opening;
  let unexplained = 0;
  if (waits(opening, bench)) return 0;
  const receiptOf = (workerId: string) => {
    const receipt = receipts.get(keyOf(job.orderId, workerId));
    if (receipt === undefined) unexplained += 1;
    else if (receipt.wave !== wave || receipt.round !== job.round) note(receipt, "round and wave", [job.round, wave], [receipt.round, receipt.wave]);
    return receipt;
  };
  for (const [index, { worker }] of ranking.entries()) {
    const receipt = receiptOf(worker.id);
    if (receipt !== undefined) checkRanked(opening, index, receipt, bench);
  }
  for (const [workerId, code] of excluded) {
    const receipt = receiptOf(workerId);
    if (receipt !== undefined && (receipt.outcome !== "excluded" || receipt.reason !== code))
      note(receipt, "exclusion", code, receipt.reason ?? receipt.outcome);
  }
  const asked = ranking.filter(({ worker }) => chosen(receipts.get(keyOf(job.orderId, worker.id)))).length;
  if (asked > room) note({ orderId: job.orderId, workerId: "" }, "more asked than the wave may", room, asked);
  return unexplained;
}

function givenIn(openings: readonly Opening[], receipts: ReadonlyMap<string, FiledReceipt>, note: Bench["note"]): Map<string, string> {
  const given = new Map<string, string>();
  for (const { job, soon, ranking } of openings.filter(({ exclusive }) => !exclusive)) {
    for (const { worker } of ranking) {
      if (!chosen(receipts.get(keyOf(job.orderId, worker.id)))) continue;
      const other = given.get(`${worker.id} ${soon}`);
      if (other !== undefined) note({ orderId: job.orderId, workerId: worker.id }, "two offers of a kind at once", other, job.orderId);
      given.set(`${worker.id} ${soon}`, job.orderId);
    }
  }
  return given;
}

/** Recomputes everything a round told, from what it was decided on, by the rule book alone. */
export function verifyRound(round: FiledRound): RoundVerdict {
  const { snapshot, at, policyVersion } = round.record;
  const mismatches: Mismatch[] = [];
  const note: Bench["note"] = ({ orderId, workerId }, what, expected, found) =>
    void mismatches.push({ roundId: round.roundId, orderId, workerId, what, expected, found });
  const receipts = new Map(round.receipts.map((receipt) => [keyOf(receipt.orderId, receipt.workerId), receipt]));
  if (receipts.size !== round.receipts.length) note({ orderId: "", workerId: "" }, "receipts told twice", receipts.size, round.receipts.length);
  const openings = openingsOf({ snapshot, now: at });
  const bench: Bench = { round, receipts, note, isHeld: heldBy(round, receipts), givenTo: givenIn(openings, receipts, note) };
  const unexplained = openings.reduce((sum, opening) => sum + checkOpening(opening, bench), 0);
  const considered = new Set(
    openings.flatMap(({ job, ranking, excluded }) =>
      [...ranking.map(({ worker }) => worker.id), ...excluded.keys()].map((id) => keyOf(job.orderId, id)),
    ),
  );
  for (const [key, receipt] of receipts) {
    if (!considered.has(key)) note(receipt, "nobody to be considered", null, receipt.outcome);
    if (receipt.at !== at || receipt.policyVersion !== policyVersion)
      note(receipt, "time and policy", [at, policyVersion], [receipt.at, receipt.policyVersion]);
  }
  return { receipts: round.receipts.length, mismatches, unexplained };
}
