import type { Dossier, DossierEvent, DossierOffer } from "@lingong/contracts";
import { type ChainedEvent, firstBrokenLink, ledger, offers, orders, payments, receipts, type User, users } from "@lingong/db";
import type { Order } from "@lingong/domain";
import { namedReceipts } from "../dispatch/named-receipts.ts";
import { ofOneOrder } from "../dispatch/rounds.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { viewerOf } from "../orders/party.ts";
import { viewOrderAs } from "../orders/view.ts";
import { recordLook } from "./audit-log.ts";
import { loadDispute } from "./dispute-desk.ts";
import { journalRow } from "./ledger.ts";

function nameOf(people: ReadonlyMap<string, User>, id: string): string {
  return people.get(id)?.displayName ?? id;
}

function eventRow({ event, hash, previousHash }: ChainedEvent, people: ReadonlyMap<string, User>, timer: string | null): DossierEvent {
  return {
    version: event.version,
    at: iso(event.at),
    byRole: event.by.role,
    byId: event.by.id,
    byName: nameOf(people, event.by.id),
    command: event.command,
    timer,
    from: event.from,
    to: event.to,
    changes: event.changes as DossierEvent["changes"],
    hash,
    previousHash,
  };
}

async function loadOffers({ services }: Signed, orderId: string, people: ReadonlyMap<string, User>): Promise<DossierOffer[]> {
  return (await offers.listForOrder(services.db, orderId)).map((offer) => ({
    id: offer.id,
    workerId: offer.workerId,
    workerName: nameOf(people, offer.workerId),
    state: offer.voidReason ?? offer.state,
    round: offer.round,
    wave: offer.wave,
    sentAt: iso(offer.createdAt),
    expiresAt: iso(offer.expiresAt),
    answeredAt: iso(offer.decidedAt),
  }));
}

async function loadPeople({ services }: Signed, order: Order, events: readonly ChainedEvent[]): Promise<Map<string, User>> {
  const made = await offers.listForOrder(services.db, order.id);
  const acting = events.flatMap(({ event }) => (["customer", "worker", "admin", "arbitrator"].includes(event.by.role) ? [event.by.id] : []));
  return users.findMany(services.db, [order.customerId, ...acting, ...made.map(({ workerId }) => workerId)]);
}

/** Everything about one order: its chained events, money, payments, offers and receipts. Looking is noted in the audit log. */
export async function loadDossier(ctx: Signed, orderId: string): Promise<Dossier> {
  const { services, session } = ctx;
  const { db } = services;
  const { order } = found(await orders.findById(db, orderId));
  await recordLook(ctx, { action: "order.read", subjectKind: "order", subjectId: orderId });
  const events = await orders.listEvents(db, orderId);
  const people = await loadPeople(ctx, order, events);
  const workerId = order.assignment?.workerId;
  const [view, journal, escrowFen, paid, made, about, dispute] = await Promise.all([
    viewOrderAs(services, order, viewerOf(session, order)),
    ledger.listForOrder(db, orderId),
    ledger.findBalance(db, `escrow:${orderId}`),
    payments.listForOrder(db, orderId),
    loadOffers(ctx, orderId, people),
    receipts.listForOrder(db, orderId, ofOneOrder).then((list) => namedReceipts(services, list)),
    loadDispute(ctx, order),
  ]);
  const brokenAt = firstBrokenLink(events);
  const timers = new Map(view.timeline.map(({ version, timer }) => [version, timer]));
  return {
    order: view,
    customer: { id: order.customerId, name: nameOf(people, order.customerId) },
    worker: workerId === undefined ? null : { id: workerId, name: nameOf(people, workerId) },
    events: events.map((chained) => eventRow(chained, people, timers.get(chained.event.version) ?? null)),
    chain: { intact: brokenAt === null, records: events.length, root: events.at(-1)?.hash ?? "", brokenAt },
    journal: journal.map(journalRow),
    escrowFen,
    payments: paid.map((payment) => ({
      id: payment.id,
      purpose: payment.purpose,
      fen: payment.fen,
      state: payment.state,
      provider: payment.provider,
      providerReference: payment.captureId ?? payment.checkoutId,
      at: iso(payment.createdAt),
    })),
    offers: made,
    receipts: about,
    arbitrators: dispute.arbitrators,
    dispute: dispute.desk,
  };
}
