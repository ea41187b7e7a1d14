import { type Hint, leaveHints, notifications, quotes, type Transaction } from "@lingong/db";
import {
  defaultPolicy,
  type Instant,
  type Order,
  type Quote,
  type QuoteCommand,
  type QuoteNoticeKind,
  type QuoteRole,
  quoteTransition,
} from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";
import { onlyOnce, type Request, recordedAnswer } from "../orders/idempotency.ts";
import type { KeptQuote } from "./record.ts";

/**
 * Takes a step of a quote once per key. What it takes to judge it is loaded first, outside the transaction; a repeat of an
 * applied step is answered without being judged again.
 */
export async function stepOnce(
  services: Pick<Services, "db" | "clock">,
  request: Request,
  prepare: (now: Instant) => Promise<(transaction: Transaction) => Promise<void>>,
): Promise<void> {
  if ((await recordedAnswer(services.db, request)) !== null) return;
  const work = await prepare(services.clock.now());
  await onlyOnce(services, request, async (transaction) => {
    await work(transaction);
    return null;
  });
}

/** An order that takes quotes, held as it is until the transaction ends. @throws `not_found`, `quotes_not_wanted` */
export async function holdOpenOrder(transaction: Transaction, orderId: string): Promise<Order> {
  const order = found(await quotes.holdOrder(transaction, orderId));
  return order.state === "quoting" ? order : fail("quotes_not_wanted", { state: order.state });
}

/** Whom a step concerns and what they are told of it. */
interface Told {
  readonly userId: string;
  readonly kind: QuoteNoticeKind;
}

/** Who hears of a step of a quote: the other side. What was agreed at once is said to be agreed. */
function toldOf(order: Order, quote: Quote, command: QuoteCommand): Told | null {
  switch (command.type) {
    case "ask":
      return { userId: order.customerId, kind: "quote_received" };
    case "counter":
      return { userId: quote.workerId, kind: quote.state === "agreed" ? "quote_agreed" : "quote_countered" };
    case "agree":
      return { userId: order.customerId, kind: "quote_agreed" };
    case "keep":
      return { userId: order.customerId, kind: "quote_kept" };
    case "withdraw":
      return { userId: order.customerId, kind: "quote_withdrawn" };
    case "void":
      return null;
  }
}

/** The screens of both sides, and of the hall, where the number of quotes stands. */
function hintsOf(order: Order, quote: Quote, told: Told | null): Hint[] {
  const about = { subjectId: order.id, version: null };
  const rooms = [`order:${order.id}`, `user:${order.customerId}`, `user:${quote.workerId}`];
  const changed: Hint = { rooms, kind: "quote", ...about, data: { state: quote.state } };
  return told === null ? [changed] : [changed, { rooms: [`user:${told.userId}`], kind: "notice", ...about, data: { notice: told.kind } }];
}

export interface QuoteStep {
  readonly order: Order;
  /** The quote before; absent: it is the first price. */
  readonly record: KeptQuote | null;
  readonly quote: Quote;
  readonly role: QuoteRole;
  readonly command: QuoteCommand;
  readonly now: Instant;
}

/** Judges and keeps one step of a quote, whose order the caller holds: quote, notice and hints together. */
export async function stepQuote(transaction: Transaction, { order, record, quote, role, command, now }: QuoteStep): Promise<Quote> {
  const next = unwrap(quoteTransition(quote, role, command, defaultPolicy));
  const kept = { id: next.id, state: next.state, rateFenPerHour: next.rateFenPerHour, body: next, updatedAt: now };
  const saved =
    record === null
      ? await quotes.insert(transaction, { ...kept, cityId: order.cityId, orderId: order.id, workerId: next.workerId, createdAt: now })
      : await quotes.save(transaction, { ...kept, version: record.version });
  if (!saved) fail("conflict");
  const told = toldOf(order, next, command);
  if (told !== null) {
    const data = { rateFenPerHour: next.counterFenPerHour ?? next.rateFenPerHour };
    await notifications.insert(transaction, [{ userId: told.userId, kind: told.kind, orderId: order.id, data, at: now }]);
  }
  await leaveHints(transaction, hintsOf(order, next, told), now);
  return next;
}
