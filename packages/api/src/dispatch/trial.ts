import { setImmediate as nextTurn } from "node:timers/promises";
import type { DispatchTrialInput, DispatchTrialOutput } from "@lingong/contracts";
import { orders, type RecordRange, rounds, users } from "@lingong/db";
import {
  addToTally,
  checkDispatch,
  type DispatchDraft,
  dispatchDraftOf,
  dispatchRound,
  type FirstChoice,
  figuresOf,
  type OtherChoice,
  otherChoices,
  parseRecord,
  startTally,
  type TrialFigures,
  withDispatch,
} from "@lingong/domain";
import { knownCategory, knownCity } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { fail, unwrap } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { categoryRef } from "../orders/view/category.ts";
import { policyOf } from "../policy/policies.ts";

/** Enough for an afternoon of a city, and run in a second or two; the lab's replay has no limit. */
const roundsAtMost = 400;
/** A large city's rounds take longer: then fewer are run. This process has others to serve. */
const millisecondsAtMost = 5_000;
const examplesAtMost = 12;

/** The numbers of dispatch in force: where a trial begins. */
export async function loadDispatchInForce({ services }: Signed): Promise<{ version: string; draft: DispatchDraft }> {
  const { policy } = await policyOf(services, null);
  return { version: policy.version, draft: dispatchDraftOf(policy) };
}

/** When the latest rounds of a period begin, if there are more than a trial runs. */
async function narrowed({ db }: Services, range: RecordRange): Promise<{ readonly range: RecordRange; readonly cut: boolean }> {
  const since = await rounds.findStartOfLatest(db, range, roundsAtMost);
  return since === null ? { range, cut: false } : { range: { ...range, from: since }, cut: true };
}

/** Runs recorded rounds twice: as they were decided, and with the draft. Others get their turn between two rounds. */
async function runBoth(services: Services, range: RecordRange, draft: DispatchDraft) {
  const tallies = { current: startTally(), draft: startTally() };
  const ends = performance.now() + millisecondsAtMost;
  for await (const { text } of rounds.readRecords(services.db, range)) {
    if (performance.now() > ends) return { ...tallies, cut: true };
    const { snapshot, policyHash, at } = parseRecord(text);
    const { policy } = await policyOf(services, policyHash);
    addToTally(tallies.current, snapshot, dispatchRound(snapshot, policy, at));
    addToTally(tallies.draft, snapshot, dispatchRound(snapshot, withDispatch(policy, draft), at));
    await nextTurn();
  }
  return { ...tallies, cut: false };
}

async function exampleViews({ db }: Services, differing: readonly OtherChoice[]): Promise<DispatchTrialOutput["examples"]> {
  const [people, about] = await Promise.all([
    users.findMany(db, [...new Set(differing.flatMap(({ from, to }) => [from?.workerId ?? [], to?.workerId ?? []].flat()))]),
    orders.findMany(
      db,
      differing.map(({ orderId }) => orderId),
    ),
  ]);
  const named = (choice: FirstChoice | null) =>
    choice === null ? null : { workerName: people.get(choice.workerId)?.displayName ?? choice.workerId, score: choice.score, metres: choice.metres };
  return differing.map(({ orderId, from, to }) => {
    const order = about.find(({ id }) => id === orderId);
    return { orderId, category: order === undefined ? null : categoryRef(knownCategory(order.terms.categoryId)), from: named(from), to: named(to) };
  });
}

function figuresView(figures: TrialFigures): DispatchTrialOutput["current"] {
  return { ...figures, byKilometre: [...figures.byKilometre], byWait: [...figures.byWait], incomeDeciles: [...figures.incomeDeciles] };
}

/**
 * What other weights would have done with a period's recorded rounds. It reads alone. Errors: `dispatch_policy_invalid` with the
 * number at fault, `invalid_input` for a period that ends before it begins, `not_found`.
 */
export async function runDispatchTrial({ services }: Signed, input: DispatchTrialInput): Promise<DispatchTrialOutput> {
  const { id: cityId } = knownCity(input.cityId);
  const [from, to] = [Date.parse(input.from), Date.parse(input.until)];
  if (to <= from) fail("invalid_input", { field: "until" });
  const { policy } = await policyOf(services, null);
  const draft = unwrap(checkDispatch(input.draft, policy));
  const whole = { from, to, cityId };
  const [{ range, cut }, { since }] = await Promise.all([narrowed(services, whole), rounds.countRecords(services.db, { from: 0, to, cityId })]);
  const tallies = await runBoth(services, range, draft);
  const differing = otherChoices(tallies.current, tallies.draft);
  return {
    version: policy.version,
    cut: cut || tallies.cut,
    recordedSince: iso(since),
    current: figuresView(figuresOf(tallies.current)),
    draft: figuresView(figuresOf(tallies.draft)),
    otherChoices: differing.length,
    examples: await exampleViews(services, differing.slice(0, examplesAtMost)),
  };
}
