import type { StatementInput, StatementLine, StatementMonthInput, StatementMonthOutput, StatementOutput } from "@lingong/contracts";
import { orders, users, wallet } from "@lingong/db";
import type { Instant } from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { knownCategory, knownCity, localDayAt } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { categoryRef } from "../orders/view/category.ts";
import { codeOf } from "../orders/view/order-view.ts";

type Line = Awaited<ReturnType<typeof wallet.listStatement>>["items"][number];
type OrderRef = StatementLine["order"];

/** The instants a calendar month of a zone begins and ends at. */
function monthSpan(month: string, zone: string): { readonly from: Instant; readonly to: Instant } {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: startOf(first), to: startOf(first.add({ months: 1 })) };
}

async function orderRefs(services: Services, lines: readonly Line[]): Promise<Map<string, OrderRef>> {
  const ids = [...new Set(lines.flatMap(({ orderId }) => orderId ?? []))];
  const list = await orders.findMany(services.db, ids);
  const customers = await users.findMany(
    services.db,
    list.map(({ customerId }) => customerId),
  );
  return new Map(
    list.map((order) => {
      const customer = customers.get(order.customerId);
      const customerName = customer === undefined ? "" : publicName(customer, services.language);
      return [order.id, { code: codeOf(order.id), category: categoryRef(knownCategory(order.terms.categoryId)), customerName }];
    }),
  );
}

function lineView(line: Line, order: OrderRef): StatementLine {
  const { commissionFen, refundFen, feeFen } = line;
  const releasedFen = line.orderId === null ? 0 : line.fen + commissionFen;
  return {
    id: line.id,
    at: iso(line.at),
    reason: line.reason,
    orderId: line.orderId,
    withdrawalId: /^withdrawal:([0-9a-f-]{36}):/.exec(line.key)?.[1] ?? null,
    order,
    fen: line.fen,
    balanceFen: line.balanceFen,
    split: { releasedFen, commissionFen, refundFen, feeFen },
  };
}

/** The wallet's statement: one line an entry, with the balance after it and how that entry was split. */
export async function loadStatement({ services, session }: Signed, input: StatementInput): Promise<StatementOutput> {
  const { zone } = knownCity(session.cityId);
  const span = input.month === undefined ? {} : monthSpan(input.month, zone);
  const page = await wallet.listStatement(services.db, { workerId: session.userId, cursor: input.cursor, limit: input.limit ?? 50, ...span });
  const refs = await orderRefs(services, page.items);
  return { items: page.items.map((line) => lineView(line, refs.get(line.orderId ?? "") ?? null)), nextCursor: page.nextCursor };
}

/** One month of the wallet added up from its transfers. */
export async function loadStatementMonth({ services, session }: Signed, { month }: StatementMonthInput): Promise<StatementMonthOutput> {
  const { zone } = knownCity(session.cityId);
  const wanted = { workerId: session.userId, ...monthSpan(month, zone) };
  const [sums, earned] = await Promise.all([wallet.sumStatement(services.db, wanted), wallet.listEarned(services.db, wanted)]);
  const sumOf = (reason: string) => sums.byReason.find((sum) => sum.reason === reason)?.fen ?? 0;
  const moved = sums.byReason.reduce((total, { fen }) => total + fen, 0);
  const lastMonth = localDayAt(services.clock.now(), zone).slice(0, 7);
  return {
    zone,
    month,
    firstMonth: sums.firstAt === null ? lastMonth : localDayAt(sums.firstAt, zone).slice(0, 7),
    lastMonth,
    openingFen: sums.openingFen,
    earnedFen: moved - sumOf("withdrawal") - sumOf("withdrawal_returned"),
    withdrawnFen: -sumOf("withdrawal"),
    returnedFen: sumOf("withdrawal_returned"),
    closingFen: sums.openingFen + moved,
    commissionFen: earned.reduce((total, { commissionFen }) => total + commissionFen, 0),
    orders: earned.length,
    lines: sums.byReason.reduce((total, { entries }) => total + entries, 0),
  };
}
