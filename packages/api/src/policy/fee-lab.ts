import type { FeeLabInput, FeeLabOutput } from "@lingong/contracts";
import { pastOrders, users } from "@lingong/db";
import { checkPlans, defaultPolicy, feeLab, type LabWorker, withPlans } from "@lingong/domain";
import { knownCategory, knownCity } from "../catalog/lookup.ts";
import { fail, unwrap } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { policyOf } from "./policies.ts";

/** Enough for a quarter of a large city, and judged in well under a second. */
const ordersAtMost = 50_000;

/**
 * A draft over the orders that ended in a period: who would have paid and earned what, against the plans in force now. It
 * reads alone. Errors: `fee_plan_invalid`, `invalid_input` for a period that ends before it begins, `not_found`.
 */
export async function runFeeLab({ services }: Signed, input: FeeLabInput): Promise<FeeLabOutput> {
  const { cityId, categoryId } = input;
  const [from, until] = [Date.parse(input.from), Date.parse(input.until)];
  if (until <= from) fail("invalid_input", { field: "until" });
  if (cityId !== null) knownCity(cityId);
  if (categoryId !== null) knownCategory(categoryId);
  const plans = unwrap(checkPlans(input.plans, defaultPolicy));
  const { policy } = await policyOf(services, null);
  const past = await pastOrders.listForFees(services.db, { from, until, cityId, categoryId, limit: ordersAtMost + 1 });
  const lab = feeLab(past.slice(0, ordersAtMost), policy, withPlans(policy, plans));
  const { workers } = lab;
  const people = await users.findMany(
    services.db,
    [...workers.losers, ...workers.gainers].map(({ workerId }) => workerId),
  );
  const named = (rows: readonly LabWorker[]) => rows.map((row) => ({ ...row, name: people.get(row.workerId)?.displayName ?? "" }));
  return {
    current: policy.version,
    cut: past.length > ordersAtMost,
    total: lab.total,
    byPlan: [...lab.byPlan],
    byCategory: [...lab.byCategory],
    workers: { ...workers, decilesFen: [...workers.decilesFen], losers: named(workers.losers), gainers: named(workers.gainers) },
  };
}
