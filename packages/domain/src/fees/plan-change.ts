import { DAY, type Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { FeePlan, FeePlanId, Policy } from "../policy/policy.ts";
import { type CommissionFacts, commissionOf } from "./commission.ts";
import { diffOf } from "./plan-difference.ts";

export type FeePlans = Policy["fees"]["plans"];

export const feePlanIds = ["life", "pro", "flat"] as const satisfies readonly FeePlanId[];

/** What is wrong with one number of a draft. */
export type PlanProblemCode =
  | "not_a_number"
  | "below_range"
  | "above_range"
  | "below_lowest"
  | "brackets_missing"
  | "bracket_ends_not_ascending"
  | "last_bracket_ends"
  | "discounts_not_ascending"
  | "discount_below_lowest"
  | "too_many"
  | "other_kind"
  | "net_falls";

export interface PlanProblem {
  /** `pro.brackets.1.rate`: the number at fault. */
  readonly path: string;
  readonly code: PlanProblemCode;
  /** What it would have to keep to: basis points, a count, or the fen from which on net or commission falls. */
  readonly bound: number | null;
}

type Marginal = Extract<FeePlan, { kind: "marginal" }>;
type Note = (path: string, code: PlanProblemCode, bound?: number) => void;

/** How many amounts a draft is tried on: up to 10,000 yuan, and each side of every bracket's end. */
export const triedAmounts = 5_000;
const triedUpToFen = 1_000_000;

/** A policy with other plans: what the fee lab and a new version are. */
export function withPlans(policy: Policy, plans: FeePlans): Policy {
  return { ...policy, fees: { ...policy.fees, plans } };
}

/** Each rate of a plan with its path; the lowest rate is one of them. */
function ratesOf(id: FeePlanId, plan: FeePlan): readonly (readonly [path: string, rate: number])[] {
  const lowest = [`${id}.lowest`, plan.lowest] as const;
  switch (plan.kind) {
    case "graded":
      return [[`${id}.base`, plan.base], [`${id}.certified`, plan.certified], [`${id}.certifiedAndLevel`, plan.certifiedAndLevel], lowest];
    case "flat":
      return [[`${id}.rate`, plan.rate], lowest];
    case "marginal":
      return [...plan.brackets.map(({ rate }, index) => [`${id}.brackets.${index}.rate`, rate] as const), lowest];
  }
}

function checkRates(id: FeePlanId, plan: FeePlan, policy: Policy, note: Note): void {
  const range = policy.fees.changes.ranges[id];
  for (const [path, rate] of ratesOf(id, plan)) {
    if (!Number.isSafeInteger(rate)) note(path, "not_a_number");
    else if (rate < range.least) note(path, "below_range", range.least);
    else if (rate > range.most) note(path, "above_range", range.most);
    else if (rate < plan.lowest) note(path, "below_lowest", plan.lowest);
  }
}

function checkBrackets(id: FeePlanId, { brackets }: Marginal, policy: Policy, note: Note): void {
  const { bracketsAtMost } = policy.fees.changes;
  if (brackets.length === 0) note(`${id}.brackets`, "brackets_missing");
  if (brackets.length > bracketsAtMost) note(`${id}.brackets`, "too_many", bracketsAtMost);
  let before: Fen = 0;
  for (const [index, { upToFen }] of brackets.entries()) {
    const path = `${id}.brackets.${index}.upToFen`;
    const last = index === brackets.length - 1;
    if (last !== (upToFen === null)) note(path, "last_bracket_ends");
    if (upToFen === null) continue;
    if (!Number.isSafeInteger(upToFen)) note(path, "not_a_number");
    else if (upToFen <= before) note(path, "bracket_ends_not_ascending", before);
    else before = upToFen;
  }
}

/** Points off may take no more from the dearest bracket than leads to the lowest rate: beyond it they would promise nothing. */
function checkDiscounts(id: FeePlanId, plan: Marginal, policy: Policy, note: Note): void {
  const { discountsAtMost } = policy.fees.changes;
  const most = Math.max(0, ...plan.brackets.map(({ rate }) => rate)) - plan.lowest;
  if (plan.discounts.length > discountsAtMost) note(`${id}.discounts`, "too_many", discountsAtMost);
  let before = { fromCompletedOrders: 0, points: 0 };
  for (const [index, discount] of plan.discounts.entries()) {
    for (const part of ["fromCompletedOrders", "points"] as const) {
      const path = `${id}.discounts.${index}.${part}`;
      if (!Number.isSafeInteger(discount[part])) note(path, "not_a_number");
      else if (discount[part] <= before[part]) note(path, "discounts_not_ascending", before[part]);
    }
    if (discount.points > most) note(`${id}.discounts.${index}.points`, "discount_below_lowest", most);
    before = discount;
  }
}

/** The facts that make a difference to a plan: nobody's first order, and a regular's with everything reached. */
function extremes(plan: FeePlanId): readonly CommissionFacts[] {
  const newcomer = { plan, certified: false, level: 1, completedOrders: 0, completedTogetherBefore: 0 };
  return [newcomer, { plan, certified: true, level: 5, completedOrders: 1_000_000, completedTogetherBefore: 1 }];
}

/** The first amount from which on the platform or the worker would get less for more work; null: none of those tried. */
function fallsAt(plan: FeePlanId, policy: Policy): Fen | null {
  const drafted = policy.fees.plans[plan];
  const ends =
    drafted.kind === "marginal" ? drafted.brackets.flatMap(({ upToFen }) => (upToFen === null ? [] : [upToFen - 1, upToFen, upToFen + 1])) : [];
  const step = triedUpToFen / triedAmounts;
  const amounts = [...Array.from({ length: triedAmounts }, (_, index) => index * step + (index % 7)), ...ends].sort((a, b) => a - b);
  for (const facts of extremes(plan)) {
    let before = { commissionFen: 0, workerNetFen: 0 };
    for (const baseFen of amounts) {
      const now = commissionOf({ ...facts, baseFen }, policy);
      if (now.commissionFen < before.commissionFen || now.workerNetFen < before.workerNetFen) return baseFen;
      before = now;
    }
  }
  return null;
}

/**
 * Everything that is wrong with a draft of the plans (§4), number by number: rates within the policy's ranges and never
 * below the plan's lowest, bracket ends and discounts ascending, and commission and net that never fall as the amount grows.
 */
export function problemsOf(plans: FeePlans, policy: Policy): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const note: Note = (path, code, bound) => void problems.push({ path, code, bound: bound ?? null });
  for (const id of feePlanIds) {
    const plan = plans[id];
    if (plan.kind !== policy.fees.plans[id].kind) {
      note(id, "other_kind");
      continue;
    }
    checkRates(id, plan, policy, note);
    if (plan.kind === "graded" && !(Number.isSafeInteger(plan.fromLevel) && plan.fromLevel >= 1 && plan.fromLevel <= 5))
      note(`${id}.fromLevel`, "not_a_number");
    if (plan.kind !== "marginal") continue;
    checkBrackets(id, plan, policy, note);
    checkDiscounts(id, plan, policy, note);
  }
  if (problems.length > 0) return problems;
  for (const id of feePlanIds) {
    const falls = fallsAt(id, withPlans(policy, plans));
    if (falls !== null) note(id, "net_falls", falls);
  }
  return problems;
}

/** The plans, when nothing is wrong with them. Errors: `fee_plan_invalid` with the first field, its problem and its bound. */
export function checkPlans(plans: FeePlans, policy: Policy): Result<FeePlans> {
  const first = problemsOf(plans, policy)[0];
  return first === undefined ? ok(plans) : refuse("fee_plan_invalid", { field: first.path, problem: first.code, bound: first.bound });
}

/** A draft on its way into force: what it would replace, and from when on. */
export interface PlannedChange {
  readonly plans: FeePlans;
  /** The plans that would be in force at that instant without it. */
  readonly replaced: FeePlans;
  readonly effectiveAt: Instant;
}

/**
 * Whether plans may be scheduled: valid, different, and announced long enough ahead (§10).
 * Errors: `fee_plan_invalid`, `fee_change_empty`, `fee_change_too_soon` and `fee_change_too_far` (in days).
 */
export function checkChange(change: PlannedChange, policy: Policy, now: Instant): Result<FeePlans> {
  const { announcedAhead, aheadAtMost } = policy.fees.changes;
  if (change.effectiveAt < now + announcedAhead) return refuse("fee_change_too_soon", { days: Math.ceil(announcedAhead / DAY) });
  if (change.effectiveAt > now + aheadAtMost) return refuse("fee_change_too_far", { days: Math.floor(aheadAtMost / DAY) });
  if (diffOf(change.replaced, change.plans).length === 0) return refuse("fee_change_empty");
  return checkPlans(change.plans, policy);
}
