import type { FeePlanId, FeePlans } from "@lingong/domain";

type Part = Readonly<Record<string, unknown>> | readonly unknown[];

function replaced(value: unknown, keys: readonly string[], to: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return to;
  const part = value as Part;
  if (Array.isArray(part)) return part.map((one, index) => (String(index) === key ? replaced(one, rest, to) : one));
  const named = part as Readonly<Record<string, unknown>>;
  return { ...named, [key]: replaced(named[key], rest, to) };
}

/** The plans with one number changed, by its path as problems and differences name it: `pro.brackets.1.rate`. */
export function withNumber(plans: FeePlans, path: string, to: number): FeePlans {
  return replaced(plans, path.split("."), to) as FeePlans;
}

/** One bracket more: what was without an end ends a step above the one before, and the rest keeps its rate. */
export function withBracketAdded(plans: FeePlans, id: FeePlanId, stepFen = 100_000): FeePlans {
  const plan = plans[id];
  const last = plan.kind === "marginal" ? plan.brackets.at(-1) : undefined;
  if (plan.kind !== "marginal" || last === undefined) return plans;
  const before = plan.brackets.at(-2)?.upToFen ?? 0;
  return { ...plans, [id]: { ...plan, brackets: [...plan.brackets.slice(0, -1), { upToFen: before + stepFen, rate: last.rate }, last] } };
}

/** Without one bracket; the last one always stays. */
export function withoutBracket(plans: FeePlans, id: FeePlanId, index: number): FeePlans {
  const plan = plans[id];
  if (plan.kind !== "marginal" || index >= plan.brackets.length - 1) return plans;
  return { ...plans, [id]: { ...plan, brackets: plan.brackets.filter((_, each) => each !== index) } };
}
