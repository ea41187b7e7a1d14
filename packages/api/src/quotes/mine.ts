import type { ListQuotesInput, ListQuotesOutput, QuoteLine } from "@lingong/contracts";
import { orders, quotes } from "@lingong/db";
import { MINUTE, type Order, type Quote } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadJobFacts, placeOf } from "../offers/job.ts";
import { categoryRef } from "../orders/view/category.ts";
import { closesAt, ownQuoteView } from "./job.ts";
import { type KeptQuote, standingOf } from "./record.ts";

const usual = 20;
const over: ReadonlySet<string> = new Set(["won", "withdrawn", "void"]);

async function lineOf({ services, session }: Signed, record: KeptQuote, order: Order): Promise<QuoteLine> {
  const job = await loadJobFacts(services, order, session.userId);
  return {
    quote: await ownQuoteView(services, record, job),
    category: categoryRef(knownCategory(order.terms.categoryId)),
    zone: order.zone,
    startsAt: iso(order.startsAt),
    endsAt: iso(order.startsAt === null ? null : order.startsAt + order.terms.bookedMinutes * MINUTE),
    place: placeOf(order, job.facts),
    closesAt: closesAt(order),
  };
}

/** A worker's own quotes, newest first; `open`: those that may still become an order. */
export async function listQuotes(ctx: Signed, input: ListQuotesInput): Promise<ListQuotesOutput> {
  const { services, session } = ctx;
  const page = await quotes.listForWorker<Quote>(services.db, { workerId: session.userId, cursor: input.cursor, limit: input.limit ?? usual });
  const ids = [...new Set(page.items.map(({ orderId }) => orderId))];
  const byId = new Map((await orders.findMany(services.db, ids)).map((order) => [order.id, order]));
  const lines = page.items.flatMap((record) => {
    const order = byId.get(record.orderId) ?? fail("not_found");
    const wanted = input.filter !== "open" || !over.has(standingOf(record, order));
    return wanted ? [lineOf(ctx, record, order)] : [];
  });
  return { items: await Promise.all(lines), nextCursor: page.nextCursor };
}
