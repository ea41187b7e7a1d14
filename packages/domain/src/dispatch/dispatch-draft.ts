import { ok, type Result, refuse } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";

/** The numbers of dispatch a policy trial may change: what each part is worth, the waves, and how waiting weighs. */
export interface DispatchDraft {
  readonly score: Policy["dispatch"]["score"];
  readonly urgency: Pick<Policy["dispatch"]["urgency"], "age" | "expiry">;
  readonly waveSize: number;
  readonly waveRadiiKm: readonly number[];
}

export type DispatchProblemCode =
  | "unknown"
  | "not_a_number"
  | "negative"
  | "below_range"
  | "above_range"
  | "weights_do_not_sum"
  | "not_ascending"
  | "wrong_count";

export interface DispatchProblem {
  /** `score.distance`: the number at fault; `score`: all of them together. */
  readonly path: string;
  readonly code: DispatchProblemCode;
  /** What it would have to keep to. */
  readonly bound: number | null;
}

/** What the parts of a score come to at most, together (§6). */
export const scoreMost = 1_000;

/** The parts whose maxima add up to the whole score. */
export const weightNames = ["skillTags", "skillCertified", "distance", "standing", "history", "activity", "response", "profile", "fairness"] as const;
export type WeightName = (typeof weightNames)[number];

/** Numbers of the score that lie between 0 and a maximum of their own. */
const within: readonly (readonly [name: keyof DispatchDraft["score"], most: WeightName])[] = [
  ["historyPerOrder", "history"],
  ["activityUnknown", "activity"],
  ["responseUnknown", "response"],
  ["fairnessUnknown", "fairness"],
];
/** Numbers that count something: least and most. */
const counts: readonly (readonly [name: keyof DispatchDraft["score"], least: number, most: number])[] = [
  ["profileTagsMost", 1, 100],
  ["distanceZeroAtKm", 1, 100],
  ["newcomerBelowOrders", 0, 1_000],
];
const urgencyMost = 1_000;
const waveSizeMost = 20;

export function dispatchDraftOf({ dispatch: { score, urgency, waveSize, waveRadiiKm } }: Policy): DispatchDraft {
  return { score, urgency: { age: urgency.age, expiry: urgency.expiry }, waveSize, waveRadiiKm };
}

/** A policy with other numbers of dispatch, under a version of its own: nothing decided by it passes for the real one. */
export function withDispatch(policy: Policy, { score, urgency, waveSize, waveRadiiKm }: DispatchDraft): Policy {
  const dispatch = {
    ...policy.dispatch,
    score,
    urgency: { ...policy.dispatch.urgency, ...urgency },
    waveSize,
    waveRadiiKm: waveRadiiKm as Policy["dispatch"]["waveRadiiKm"],
  };
  return { ...policy, version: `${policy.version}~trial`, dispatch };
}

type Note = (path: string, code: DispatchProblemCode, bound?: number) => void;

function checkWhole(path: string, value: number, { least, most }: { readonly least: number; readonly most: number }, note: Note): boolean {
  if (!Number.isSafeInteger(value)) note(path, "not_a_number");
  else if (value < 0) note(path, "negative", 0);
  else if (value < least) note(path, "below_range", least);
  else if (value > most) note(path, "above_range", most);
  else return true;
  return false;
}

function checkScore(score: DispatchDraft["score"], note: Note): void {
  const right = weightNames.map((name) => checkWhole(`score.${name}`, score[name], { least: 0, most: scoreMost }, note));
  for (const [name, most] of within) checkWhole(`score.${name}`, score[name], { least: 0, most: score[most] }, note);
  for (const [name, least, most] of counts) checkWhole(`score.${name}`, score[name], { least, most }, note);
  const sum = weightNames.reduce((total, name) => total + score[name], 0);
  if (right.every(Boolean) && sum !== scoreMost) note("score", "weights_do_not_sum", scoreMost);
}

function checkWaves({ waveSize, waveRadiiKm }: DispatchDraft, policy: Policy, note: Note): void {
  checkWhole("waveSize", waveSize, { least: 1, most: waveSizeMost }, note);
  const widest = Math.max(...policy.dispatch.waveRadiiKm);
  if (waveRadiiKm.length !== policy.dispatch.waveRadiiKm.length) note("waveRadiiKm", "wrong_count", policy.dispatch.waveRadiiKm.length);
  let before = 0;
  for (const [index, radius] of waveRadiiKm.entries()) {
    const path = `waveRadiiKm.${index}`;
    // Farther away nobody was recorded: a wider wave could not be tried honestly.
    if (!checkWhole(path, radius, { least: 1, most: widest }, note)) continue;
    if (radius <= before) note(path, "not_ascending", before);
    before = radius;
  }
}

/** Everything that is wrong with a draft, number by number: whole, not negative, and the parts' maxima add up to 1000 (§6). */
export function dispatchProblemsOf(draft: DispatchDraft, policy: Policy): DispatchProblem[] {
  const problems: DispatchProblem[] = [];
  const note: Note = (path, code, bound) => void problems.push({ path, code, bound: bound ?? null });
  checkScore(draft.score, note);
  for (const name of ["age", "expiry"] as const) checkWhole(`urgency.${name}`, draft.urgency[name], { least: 0, most: urgencyMost }, note);
  checkWaves(draft, policy, note);
  return problems;
}

/** The draft, when nothing is wrong with it. Errors: `dispatch_policy_invalid` with the first field, its problem and its bound. */
export function checkDispatch(draft: DispatchDraft, policy: Policy): Result<DispatchDraft> {
  const first = dispatchProblemsOf(draft, policy)[0];
  return first === undefined ? ok(draft) : refuse("dispatch_policy_invalid", { field: first.path, problem: first.code, bound: first.bound });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first key of `given` that `known` has not. */
function unknownKey(given: Readonly<Record<string, unknown>>, known: object): string | undefined {
  return Object.keys(given).find((key) => !Object.hasOwn(known, key));
}

/**
 * Changed numbers, as a file or a form gives them, on top of a policy's: `{ "score": { "distance": 200, "fairness": 100 } }`.
 * Errors: `dispatch_policy_invalid` with the field that is unknown, is no number, or breaks a rule.
 */
export function draftFrom(changes: unknown, policy: Policy): Result<DispatchDraft> {
  const base = dispatchDraftOf(policy);
  const invalid = (field: string, problem: DispatchProblemCode) => refuse("dispatch_policy_invalid", { field, problem, bound: null });
  if (!isRecord(changes)) return invalid("", "not_a_number");
  const unknown = unknownKey(changes, base);
  if (unknown !== undefined) return invalid(unknown, "unknown");
  for (const part of ["score", "urgency"] as const) {
    const given = changes[part];
    if (given === undefined) continue;
    if (!isRecord(given)) return invalid(part, "not_a_number");
    const key = unknownKey(given, base[part]);
    if (key !== undefined) return invalid(`${part}.${key}`, "unknown");
  }
  if (changes.waveRadiiKm !== undefined && !Array.isArray(changes.waveRadiiKm)) return invalid("waveRadiiKm", "not_a_number");
  const draft = { ...base, ...changes, score: { ...base.score, ...(changes.score ?? {}) }, urgency: { ...base.urgency, ...(changes.urgency ?? {}) } };
  return checkDispatch(draft as DispatchDraft, policy);
}
