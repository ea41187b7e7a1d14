import type { OwnQuote, QuoteStanding } from "@lingong/contracts";
import type { QuoteRecord } from "@lingong/db";
import { defaultPolicy, type Order, type Quote, type QuoteCommand, type QuoteRole, quoteTransition } from "@lingong/domain";
import { iso } from "../kernel/iso.ts";

/** A quote as it is kept: the machine's own record with its place in the table. */
export type KeptQuote = QuoteRecord<Quote>;

/** What has become of a quote, from its own state and from what the order did with it. */
export function standingOf({ id, body }: KeptQuote, order: Order): QuoteStanding {
  if (body.state === "withdrawn" || body.state === "void") return body.state;
  if (order.chosenQuote?.quoteId === id) {
    if (order.state === "awaiting_payment") return "chosen";
    const kept = order.assignment ?? order.formerAssignments[0];
    return kept?.workerId === body.workerId ? "won" : "void";
  }
  return order.state === "quoting" || order.state === "awaiting_payment" ? body.state : "void";
}

/** Whether the machine would take a command now: the same table that takes it. */
export function allows({ body }: KeptQuote, role: QuoteRole, command: QuoteCommand): boolean {
  return quoteTransition(body, role, command, defaultPolicy).ok;
}

/** What both sides see of a quote. */
export function quoteView(record: KeptQuote, order: Order): Omit<OwnQuote, "floorFenPerHour" | "split" | "counterSplit" | "actions"> {
  const { body } = record;
  return {
    id: record.id,
    orderId: record.orderId,
    standing: standingOf(record, order),
    askFenPerHour: body.askFenPerHour,
    rateFenPerHour: body.rateFenPerHour,
    counterFenPerHour: body.counterFenPerHour,
    countersMade: body.countersMade,
    countersLeft: Math.max(0, defaultPolicy.prices.countersAtMost - body.countersMade),
    askedAt: iso(body.askedAt),
    updatedAt: iso(record.updatedAt),
  };
}

/** The order at another rate: what it would be if this quote were chosen. */
export function atRate(order: Order, rateFenPerHour: number): Order {
  return { ...order, rateFenPerHour, terms: { ...order.terms, rateFenPerHour } };
}
