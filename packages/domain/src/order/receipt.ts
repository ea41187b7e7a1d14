import { timeAmount } from "../billing/time.ts";
import { type Fen, sum } from "../kernel/money.ts";
import { authorisedMinutes, heldFen } from "./money.ts";
import type { BillLine, Order, Payment } from "./order.ts";

/** One line of a receipt. `fen` > 0; minutes, rate and heads are there when the amount is their product. */
export interface ReceiptLine {
  readonly kind: "time" | "raise" | "extra_time" | "item" | "travel" | "tip" | "stray" | "cancellation_fee" | "awarded" | "rest";
  readonly title: string | null;
  readonly minutes: number | null;
  readonly rateFenPerHour: Fen | null;
  readonly headcount: number | null;
  readonly fen: Fen;
}

/** What was paid, what it was for, and what came back, each at the rate that was charged: paid = kept + refunded + held. */
export interface OrderReceipt {
  readonly paid: readonly ReceiptLine[];
  readonly kept: readonly ReceiptLine[];
  readonly refunded: readonly ReceiptLine[];
  readonly paidFen: Fen;
  readonly keptFen: Fen;
  readonly refundedFen: Fen;
  readonly heldFen: Fen;
}

const plain = (kind: ReceiptLine["kind"], fen: Fen, title: string | null = null): ReceiptLine => ({
  kind,
  title,
  minutes: null,
  rateFenPerHour: null,
  headcount: null,
  fen,
});

/** A line of time at a rate: with its factors only where they make the amount, so that nobody reads a product that is none. */
function timed(kind: ReceiptLine["kind"], fen: Fen, factors: { minutes: number; rateFenPerHour: Fen; headcount: number }): ReceiptLine {
  const { minutes, rateFenPerHour, headcount } = factors;
  return minutes > 0 && rateFenPerHour > 0 && timeAmount(rateFenPerHour, minutes, headcount) === fen
    ? { ...factors, kind, title: null, fen }
    : plain(kind, fen);
}

/** The hourly rate that an amount for some minutes was charged at. */
function rateOf(fen: Fen, minutes: number, headcount: number): Fen {
  return minutes * headcount === 0 ? 0 : Math.round((fen * 60) / (minutes * headcount));
}

/** A capture nobody awaited bears the provider's own name of it: it went back whole (§2). */
const isStray = (payment: Payment): boolean => payment.id === payment.captureId;

/** What one capture paid for. */
function linesOf(order: Order, payment: Payment): readonly ReceiptLine[] {
  const { bookedMinutes: minutes, headcount, travelFen } = order.terms;
  if (isStray(payment)) return [plain("stray", payment.fen)];
  switch (payment.purpose) {
    case "order": {
      const fen = payment.fen - travelFen;
      const time = timed("time", fen, { minutes, headcount, rateFenPerHour: rateOf(fen, minutes, headcount) });
      return travelFen > 0 ? [time, plain("travel", travelFen)] : [time];
    }
    case "raise":
      return [timed("raise", payment.fen, { minutes, headcount, rateFenPerHour: rateOf(payment.fen, minutes, headcount) })];
    case "add_on": {
      const addOn = order.addOns.find(({ id }) => id === payment.subjectId);
      if (addOn === undefined || addOn.kind === "item") return [plain("item", payment.fen, addOn?.title ?? null)];
      return [timed("extra_time", payment.fen, { minutes: addOn.minutes, headcount, rateFenPerHour: rateOf(payment.fen, addOn.minutes, headcount) })];
    }
    case "tip":
      return [plain("tip", payment.fen)];
  }
}

/** The bill's lines as they were charged, tips after them. */
function keptLines(order: Order, tipsFen: Fen): readonly ReceiptLine[] {
  const keptFen = order.money.releasedFen + order.money.commissionFen - tipsFen;
  const tips = tipsFen > 0 ? [plain("tip", tipsFen)] : [];
  const lines = order.bill?.lines ?? [];
  if (keptFen === 0) return tips;
  // After an arbitration what was released is the decision's, not the bill's.
  if (sum(lines.map(({ fen }) => fen)) !== keptFen) return [plain("awarded", keptFen), ...tips];
  return [...lines.filter(({ fen }) => fen > 0).map((line) => keptLine(order, line)), ...tips];
}

function keptLine(order: Order, { kind, fen, minutes, subjectId }: BillLine): ReceiptLine {
  if (kind === "time" && minutes !== null) {
    const headcount = order.service?.headcount ?? order.terms.headcount;
    return timed("time", fen, { minutes, headcount, rateFenPerHour: order.rateFenPerHour });
  }
  return plain(kind, fen, order.addOns.find(({ id }) => id === subjectId)?.title ?? null);
}

/** What of the time was paid and not used: its minutes at the order's rate. */
function unusedTime(order: Order, paid: readonly ReceiptLine[], kept: readonly ReceiptLine[]): readonly ReceiptLine[] {
  const amountOf = (lines: readonly ReceiptLine[], ...kinds: readonly ReceiptLine["kind"][]) =>
    sum(lines.filter(({ kind }) => kinds.includes(kind)).map(({ fen }) => fen));
  const fen = amountOf(paid, "time", "raise", "extra_time") - amountOf(kept, "time", "cancellation_fee");
  const used = kept.find(({ kind }) => kind === "time");
  const minutes = authorisedMinutes(order) - (used?.minutes ?? 0);
  if (fen <= 0) return [];
  if (used === undefined && kept.some(({ kind }) => kind === "cancellation_fee")) return [plain("rest", fen)];
  return [timed("time", fen, { minutes, headcount: order.terms.headcount, rateFenPerHour: order.rateFenPerHour })];
}

/** What came back, line by line; what a decision sent back beyond the lines stands as the rest. */
function refundedLines(order: Order, paid: readonly ReceiptLine[], kept: readonly ReceiptLine[]): readonly ReceiptLine[] {
  const strays = paid.filter(({ kind }) => kind === "stray");
  const dueFen = order.money.refundedFen - sum(strays.map(({ fen }) => fen));
  if (dueFen === 0) return strays;
  // Nothing was kept: each line went back as it was paid, at its own rate.
  const asPaid = paid.filter(({ kind }) => kind !== "stray" && kind !== "tip");
  const keptItems = kept.filter(({ kind }) => kind === "item" || kind === "travel");
  const lines =
    sum(asPaid.map(({ fen }) => fen)) === dueFen
      ? asPaid
      : [...unusedTime(order, asPaid, kept), ...asPaid.filter((line) => isNotKept(line, keptItems))];
  const restFen = dueFen - sum(lines.map(({ fen }) => fen));
  if (restFen < 0) return [...strays, plain("rest", dueFen)];
  return restFen === 0 ? [...strays, ...lines] : [...strays, ...lines, plain("rest", restFen)];
}

function isNotKept(line: ReceiptLine, kept: readonly ReceiptLine[]): boolean {
  if (line.kind !== "item" && line.kind !== "travel") return false;
  return !kept.some(({ kind, title, fen }) => kind === line.kind && title === line.title && fen === line.fen);
}

/**
 * The customer's receipt of an order, from what was captured, settled and refunded: nothing is calculated anew, each line
 * stands at the rate it was charged at, and refunds reverse lines, never a blended rate (§3, §5).
 */
export function receiptOf(order: Order): OrderReceipt {
  const captured = order.payments.filter(({ state }) => state === "captured");
  const paid = captured.flatMap((payment) => linesOf(order, payment)).filter(({ fen }) => fen > 0);
  const kept = keptLines(order, sum(paid.filter(({ kind }) => kind === "tip").map(({ fen }) => fen)));
  const { capturedFen: paidFen, refundedFen } = order.money;
  return {
    paid,
    kept,
    refunded: refundedLines(order, paid, kept),
    paidFen,
    keptFen: order.money.releasedFen + order.money.commissionFen,
    refundedFen,
    heldFen: heldFen(order.money),
  };
}
