import {
  addToTally,
  type DispatchDraft,
  dispatchRound,
  figuresOf,
  type OtherChoice,
  otherChoices,
  startTally,
  type TrialFigures,
  withDispatch,
} from "@lingong/domain";
import { fingerprintOf } from "../receipts/sample.ts";
import type { Source } from "./recorded.ts";

/** What running recorded rounds again came to. */
export interface Replayed {
  readonly rounds: number;
  readonly identical: number;
  /** Rounds that decided something else than was recorded. */
  readonly different: readonly { readonly roundId: number; readonly at: string; readonly recorded: string; readonly now: string }[];
}

const shown = 100;

/** Runs each round again as it was decided, and compares every decision with what was recorded, to the byte. */
export async function replay({ rounds, policyOf }: Source): Promise<Replayed> {
  let [count, identical] = [0, 0];
  const different: Replayed["different"][number][] = [];
  for await (const { roundId, record, decisionsSha256 } of rounds) {
    const now = fingerprintOf(dispatchRound(record.snapshot, await policyOf(record.policyHash), record.at));
    count += 1;
    if (now === decisionsSha256) identical += 1;
    else if (different.length < shown) different.push({ roundId, at: new Date(record.at).toISOString(), recorded: decisionsSha256, now });
  }
  return { rounds: count, identical, different };
}

/** Recorded rounds under two policies, side by side. */
export interface Compared {
  readonly rounds: number;
  readonly recorded: TrialFigures;
  readonly trial: TrialFigures;
  readonly otherChoices: number;
  readonly examples: readonly OtherChoice[];
}

/** Runs each round under the policy it was decided by and under another; the difference is the other policy's alone. */
export async function compare({ rounds, policyOf }: Source, draft: DispatchDraft): Promise<Compared> {
  const [recorded, trial] = [startTally(), startTally()];
  for await (const { record } of rounds) {
    const policy = await policyOf(record.policyHash);
    addToTally(recorded, record.snapshot, dispatchRound(record.snapshot, policy, record.at));
    addToTally(trial, record.snapshot, dispatchRound(record.snapshot, withDispatch(policy, draft), record.at));
  }
  const others = otherChoices(recorded, trial);
  return {
    rounds: recorded.rounds,
    recorded: figuresOf(recorded),
    trial: figuresOf(trial),
    otherChoices: others.length,
    examples: others.slice(0, 20),
  };
}
