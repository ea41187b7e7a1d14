import type { Fen } from "../kernel/money.ts";
import type { FeePlanId, Policy } from "../policy/policy.ts";
import { type CommissionFacts, commissionOf } from "./commission.ts";

/** What the fee lab needs of an order that has ended: its commission base and the facts pinned at its accept (I10). */
export interface PastOrder extends CommissionFacts {
  readonly workerId: string;
  readonly categoryId: string;
  readonly baseFen: Fen;
}

/** Some orders under both policies: what the platform takes, what workers net, and for how many orders that changes. */
export interface LabSum {
  readonly orders: number;
  readonly baseFen: Fen;
  readonly currentCommissionFen: Fen;
  readonly draftCommissionFen: Fen;
  readonly currentNetFen: Fen;
  readonly draftNetFen: Fen;
  /** Orders on which the worker would earn more, the same, less. */
  readonly better: number;
  readonly same: number;
  readonly worse: number;
}

export interface LabWorker extends LabSum {
  readonly workerId: string;
  /** What the worker would earn more (or, below zero, less) over these orders. */
  readonly changeFen: Fen;
}

export interface FeeLab {
  readonly total: LabSum;
  readonly byPlan: readonly (LabSum & { readonly plan: FeePlanId })[];
  /** By category, the largest base first. */
  readonly byCategory: readonly (LabSum & { readonly categoryId: string })[];
  readonly workers: {
    readonly count: number;
    readonly better: number;
    readonly same: number;
    readonly worse: number;
    /** The change of net of the workers at 0 %, 10 %, … 100 %, sorted from the largest loss to the largest gain. */
    readonly decilesFen: readonly Fen[];
    /** At most ten of each, the largest first. */
    readonly losers: readonly LabWorker[];
    readonly gainers: readonly LabWorker[];
  };
}

const shownWorkers = 10;
const empty: LabSum = {
  orders: 0,
  baseFen: 0,
  currentCommissionFen: 0,
  draftCommissionFen: 0,
  currentNetFen: 0,
  draftNetFen: 0,
  better: 0,
  same: 0,
  worse: 0,
};

function judge(order: PastOrder, current: Policy, draft: Policy): LabSum {
  const now = commissionOf(order, current);
  const then = commissionOf(order, draft);
  return {
    orders: 1,
    baseFen: order.baseFen,
    currentCommissionFen: now.commissionFen,
    draftCommissionFen: then.commissionFen,
    currentNetFen: now.workerNetFen,
    draftNetFen: then.workerNetFen,
    better: then.workerNetFen > now.workerNetFen ? 1 : 0,
    same: then.workerNetFen === now.workerNetFen ? 1 : 0,
    worse: then.workerNetFen < now.workerNetFen ? 1 : 0,
  };
}

const columns = Object.keys(empty) as readonly (keyof LabSum)[];

function added(to: LabSum, row: LabSum): LabSum {
  return Object.fromEntries(columns.map((column) => [column, to[column] + row[column]])) as unknown as LabSum;
}

function addTo<Key>(sums: Map<Key, LabSum>, key: Key, row: LabSum): void {
  sums.set(key, added(sums.get(key) ?? empty, row));
}

/** The values at 0 %, 10 %, … 100 % of a sorted list: its own elements, never between two. */
function decilesOf(sorted: readonly Fen[]): Fen[] {
  if (sorted.length === 0) return [];
  return Array.from({ length: 11 }, (_, tenth) => sorted[Math.round(((sorted.length - 1) * tenth) / 10)] ?? 0);
}

function workersOf(sums: ReadonlyMap<string, LabSum>): FeeLab["workers"] {
  const workers = [...sums]
    .map(([workerId, row]): LabWorker => ({ workerId, changeFen: row.draftNetFen - row.currentNetFen, ...row }))
    .sort((a, b) => a.changeFen - b.changeFen || (a.workerId < b.workerId ? -1 : 1));
  const losing = workers.filter(({ changeFen }) => changeFen < 0);
  const gaining = workers.filter(({ changeFen }) => changeFen > 0);
  return {
    count: workers.length,
    better: gaining.length,
    same: workers.length - gaining.length - losing.length,
    worse: losing.length,
    decilesFen: decilesOf(workers.map(({ changeFen }) => changeFen)),
    losers: losing.slice(0, shownWorkers),
    gainers: gaining.slice(-shownWorkers).reverse(),
  };
}

/**
 * Who would have paid and earned what on past orders under a draft, against the policy in force: `commissionOf` itself, run on the
 * facts pinned at each order's accept. Integers only; each table's rows add up to the total.
 */
export function feeLab(orders: Iterable<PastOrder>, current: Policy, draft: Policy): FeeLab {
  const plans = new Map<FeePlanId, LabSum>();
  const categories = new Map<string, LabSum>();
  const workers = new Map<string, LabSum>();
  let total = empty;
  for (const order of orders) {
    const row = judge(order, current, draft);
    total = added(total, row);
    addTo(plans, order.plan, row);
    addTo(categories, order.categoryId, row);
    addTo(workers, order.workerId, row);
  }
  return {
    total,
    byPlan: [...plans].map(([plan, row]) => ({ plan, ...row })),
    byCategory: [...categories].map(([categoryId, row]) => ({ categoryId, ...row })).sort((a, b) => b.baseFen - a.baseFen),
    workers: workersOf(workers),
  };
}
