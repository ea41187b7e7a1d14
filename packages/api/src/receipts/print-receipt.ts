import type { ReceiptInput, ReceiptOutput } from "@lingong/contracts";
import { users } from "@lingong/db";
import { finalStates, type Order, receiptOf } from "@lingong/domain";
import { recordLook } from "../admin/audit-log.ts";
import { knownCategory } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { openSealedAddress } from "../orders/address.ts";
import { settledOrder } from "../orders/execute.ts";
import { viewerOf } from "../orders/party.ts";
import { codeOf } from "../orders/view/order-view.ts";
import type { PrintedReceipt } from "../ports/receipt-printer.ts";

const languages = { "zh-CN": "zh", en: "en" } as const;

/** Where the work was: the customer's own words, as long as they are kept; else the district. */
async function placeOf(services: Services, order: Order): Promise<string | null> {
  const { place } = order.terms;
  if (place === null) return null;
  const exact = await openSealedAddress(services, order);
  return exact === null ? place.district : `${place.district} ${exact.line}`;
}

async function printedOf(services: Services, order: Order, endedAt: number, language: PrintedReceipt["language"]): Promise<PrintedReceipt> {
  const workerId = order.assignment?.workerId ?? null;
  const [people, place] = await Promise.all([
    users.findMany(services.db, [order.customerId, ...(workerId === null ? [] : [workerId])]),
    placeOf(services, order),
  ]);
  const captured = order.payments.filter(({ state }) => state === "captured");
  return {
    language,
    code: codeOf(order.id),
    orderId: order.id,
    state: order.state,
    zone: order.zone,
    issuedAt: services.clock.now(),
    endedAt,
    service: order.service === null ? null : { from: order.service.startedAt, to: order.service.finishedAt },
    category: knownCategory(order.terms.categoryId).name[languages[language]],
    place,
    customerName: people.get(order.customerId)?.displayName ?? "",
    workerName: workerId === null ? null : (people.get(workerId)?.displayName ?? null),
    receipt: receiptOf(order),
    payments: captured.map(({ capturedAt, provider, fen, refundedFen }) => ({
      at: capturedAt ?? endedAt,
      provider: provider ?? "",
      fen,
      refundedFen,
    })),
    contractHash: order.assignment?.contractHash ?? null,
  };
}

/**
 * The receipt of an ended, paid order as a PDF, for its customer or an admin (who is noted).
 * Errors: `not_found`, `not_yours`, `wrong_role` for workers, `wrong_state` while the order runs or when nothing was paid.
 */
export async function printReceipt(ctx: Signed, { orderId, language }: ReceiptInput): Promise<ReceiptOutput> {
  const { services, session } = ctx;
  if (session.app === "worker") fail("wrong_role");
  const { order } = await settledOrder(services, orderId, services.clock.now());
  const viewer = viewerOf(session, order);
  const ended = (finalStates as readonly string[]).includes(order.state);
  if (!ended || order.endedAt === null || order.money.capturedFen === 0) return fail("wrong_state", { state: order.state });
  if (!(await services.limiter.allow("search", session.userId))) fail("rate_limited");
  if (viewer.side === "admin") await recordLook(ctx, { action: "receipt.read", subjectKind: "order", subjectId: orderId });
  const bytes = await services.receipts.print(await printedOf(services, order, order.endedAt, language));
  return {
    fileName: `${language === "en" ? "lingong-receipt" : "零工收据"}-${codeOf(order.id)}.pdf`,
    contentType: "application/pdf",
    base64: Buffer.from(bytes).toString("base64"),
  };
}
