import { termsHash } from "../../contract/terms-hash.ts";
import { feeBaseFen, prepaidFen } from "../money.ts";
import type { Payment } from "../order.ts";
import { commandOf, type OrderEffect } from "../step.ts";

/** A payment the order waits for. */
export function awaitedPayment(id: string, purpose: Payment["purpose"], fen: number, subjectId: string | null = null): Payment {
  return { id, purpose, fen, state: "awaited", refundedFen: 0, capturedAt: null, provider: null, captureId: null, subjectId };
}

/** The draft takes new terms. */
export const setTerms: OrderEffect = (step) => {
  const { terms } = commandOf(step, "edit");
  return { changes: { terms, rateFenPerHour: terms.rateFenPerHour, startsAt: terms.startsAt, direct: terms.direct } };
};

/** The customer's signature under the terms. */
export const signTerms: OrderEffect = (step) => ({ changes: { signedTermsHash: commandOf(step, "place").termsHash, placedAt: step.now } });

/** Asks for the whole prepayment: a fixed price at once, a quote when chosen. */
export const askForPayment: OrderEffect = ({ order, command }) => {
  if (order.terms.pricing === "quotes" && order.chosenQuote === null) return {};
  if (command.type !== "place" && command.type !== "acceptQuote") return {};
  return { changes: { payments: [...order.payments, awaitedPayment(command.paymentId, "order", prepaidFen(order))] } };
};

/** The customer's choice sets the rate and signs it. */
export const chooseQuote: OrderEffect = ({ order, facts }) => {
  if (facts.quote === null) return {};
  const { id, workerId, rateFenPerHour, policyHash } = facts.quote;
  const terms = { ...order.terms, rateFenPerHour };
  return {
    changes: { chosenQuote: { quoteId: id, workerId, rateFenPerHour, policyHash }, terms, rateFenPerHour, signedTermsHash: termsHash(terms) },
    sideEffects: [{ kind: "chooseQuote", orderId: order.id, quoteId: id, rateFenPerHour }],
  };
};

/** The chosen quote was not paid for: its reservation ends. */
export const dropChosenQuote: OrderEffect = () => ({ changes: { chosenQuote: null } });

/** A higher price waits for its own payment; an earlier one that was never paid is void. */
export const askForRaise: OrderEffect = (step) => {
  const { rateFenPerHour, paymentId } = commandOf(step, "raisePrice");
  const { order } = step;
  const fen = feeBaseFen({ ...order, rateFenPerHour }) - feeBaseFen(order);
  const payments = order.payments.map((payment) => (payment.id === order.raise?.paymentId ? { ...payment, state: "void" as const } : payment));
  return { changes: { raise: { rateFenPerHour, fen, paymentId }, payments: [...payments, awaitedPayment(paymentId, "raise", fen)] } };
};

/** The raise is paid: it is the price now, and those who declined are asked again (§2). */
export const applyRaise: OrderEffect = ({ order }) => {
  if (order.raise === null || order.matching === null) return {};
  const { rateFenPerHour } = order.raise;
  const terms = { ...order.terms, rateFenPerHour };
  return {
    changes: {
      raise: null,
      rateFenPerHour,
      terms,
      signedTermsHash: termsHash(terms),
      matching: { ...order.matching, round: order.matching.round + 1 },
    },
    sideEffects: [
      { kind: "voidOffers", orderId: order.id, exceptOfferId: null, reason: "raised" },
      { kind: "askForOffers", orderId: order.id },
    ],
  };
};

/** Payments that nobody will wait for any more; a late capture of one goes straight back (§2). */
export const voidAwaitedPayments: OrderEffect = ({ order }) => ({
  changes: {
    raise: null,
    payments: order.payments.map((payment) => (payment.state === "awaited" && payment.purpose !== "tip" ? { ...payment, state: "void" } : payment)),
  },
});
