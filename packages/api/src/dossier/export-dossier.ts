import type { ExportedDossier } from "@lingong/contracts";
import { type ChainedEvent, ledger, type Message, messages, orders, type Photo, photos, users } from "@lingong/db";
import {
  buildDossier,
  canonicalJson,
  commitmentOf,
  contractOf,
  type DossierEntry,
  type Order,
  type OrderEvent,
  type SignedContract,
} from "@lingong/domain";
import { recordAdmin } from "../admin/audit-log.ts";
import { knownCategory } from "../catalog/lookup.ts";
import { evidenceOpenings } from "../disputes/evidence.ts";
import type { Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { messagePurpose, openText, readsText } from "../messages/view.ts";
import { openSealedAddress } from "../orders/address.ts";
import { settledOrder } from "../orders/execute.ts";
import { addressCommitment } from "../orders/terms/address.ts";
import { codeOf } from "../orders/view/order-view.ts";
import { policyOf } from "../policy/policies.ts";
import type { WrappedKey } from "../ports/secrets.ts";
import { claimEntries, quoteEntries, submittedClaims } from "./beside-the-order.ts";
import { type Commitment, contractEntry, eventEntry, journalEntry, messageEntry, photoEntry } from "./entries.ts";
import { type Reader, readerOf } from "./reader.ts";

/** More than any order has; a bound all the same. */
const messagesMost = 10_000;

type Keys = ReadonlyMap<string, WrappedKey>;

function committed(services: Services, key: WrappedKey | undefined, purpose: string, value: string): Commitment | null {
  return key === undefined ? null : { salt: services.secrets.saltFor(key, purpose, value), value };
}

/** The contracts that were signed on the way, one for each accept, told from the events alone. */
async function contractEntries(services: Services, events: readonly ChainedEvent[]): Promise<DossierEntry[]> {
  const entries: DossierEntry[] = [];
  let before: Partial<Order> = {};
  for (const { event } of events) {
    const order = { ...before, ...event.changes } as Order;
    if (order.assignment && order.assignment.id !== before.assignment?.id) entries.push(await contractAt(services, event, order));
    before = order;
  }
  return entries;
}

async function contractAt(services: Services, event: OrderEvent, order: Order): Promise<DossierEntry> {
  const { terms, zone, rateFenPerHour, startsAt, signedTermsHash, customerId } = order;
  const assignment = order.assignment ?? fail("no_assignment");
  const { workerId, pinned } = assignment;
  const signed: SignedContract = { orderId: order.id, termsHash: signedTermsHash, customerId, workerId, pinned };
  const matter = { terms, category: knownCategory(terms.categoryId), zone, rateFenPerHour, startsAt, facts: pinned };
  const { policy } = await policyOf(services, pinned.policyHash);
  return contractEntry(event.at, assignment.id, signed, contractOf(matter, signed, policy));
}

async function addressOf(services: Services, order: Order, keys: Keys): Promise<Commitment | null> {
  const [address, key] = [await openSealedAddress(services, order), keys.get(order.customerId)];
  return address === null || key === undefined ? null : addressCommitment(address, key, services.secrets);
}

function photoEntries(services: Services, kept: readonly Photo[], keys: Keys, reader: Reader): DossierEntry[] {
  return kept.map((photo) => {
    const position = photo.takenPosition === null ? null : canonicalJson(photo.takenPosition);
    const taken = position === null ? null : committed(services, keys.get(photo.ownerId), `photo-position:${photo.id}`, position);
    return photoEntry(photo, taken, reader.seesAddress || photo.ownerId === reader.userId);
  });
}

/** A worker sees the words of their own conversation, not of one the customer had with somebody before. */
function messageEntries(services: Services, said: readonly Message[], keys: Keys, reader: Reader): DossierEntry[] {
  return said.map((message) => {
    const ownTalk = reader.side !== "worker" || message.workerId === reader.userId;
    const words = ownTalk && readsText(message, reader) ? openText(services, message, keys) : null;
    return messageEntry(message, words === null ? null : committed(services, keys.get(message.senderId), messagePurpose(message.id), words));
  });
}

async function findKeys(services: Services, ids: readonly string[]): Promise<Keys> {
  const found = await Promise.all([...new Set(ids)].map(async (id) => [id, await users.findKey(services.db, id)] as const));
  return new Map(found.flatMap(([id, key]) => (key === null ? [] : [[id, key]])));
}

async function entriesOf(services: Services, order: Order, reader: Reader): Promise<DossierEntry[]> {
  const { db } = services;
  const [events, journal, said, shown, claimed, quoted] = await Promise.all([
    orders.listEvents(db, order.id),
    ledger.listForOrder(db, order.id),
    messages.listForOrder(db, order.id, messagesMost),
    photos.listForOrder(db, order.id),
    submittedClaims(services, order.id),
    quoteEntries(services, order.id, reader),
  ]);
  // What a claim rests on is named in the claim, by its hash: its label may tell of an injury.
  const kept = shown.filter(({ state, purpose }) => state === "kept" && purpose !== "claim");
  const people = [...kept.map(({ ownerId }) => ownerId), ...said.map(({ senderId }) => senderId), ...claimed.map(({ claim }) => claim.claimantId)];
  const keys = await findKeys(services, [order.customerId, ...people]);
  const known = await evidenceOpenings(services, order.id);
  const address = reader.seesAddress ? await addressOf(services, order, keys) : null;
  if (address !== null) known.set(commitmentOf(address.salt, address.value), address);
  return [
    ...events.map((event) => eventEntry(event, known)),
    ...(await contractEntries(services, events)),
    ...journal.map(journalEntry),
    ...photoEntries(services, kept, keys, reader),
    ...messageEntries(services, said, keys, reader),
    ...quoted,
    ...claimEntries(services, claimed, keys, reader),
  ];
}

/**
 * Everything about one order as one file: chained records, one root, and beside them the personal values this reader may
 * see. The records, and so the root, are the same for everybody. An admin's export is noted in the audit log.
 */
export async function exportDossier(ctx: Signed, orderId: string): Promise<ExportedDossier> {
  const { services } = ctx;
  const { order: stored } = found(await orders.findById(services.db, orderId));
  readerOf(ctx, stored);
  const { order } = await settledOrder(services, orderId, services.clock.now());
  const reader = readerOf(ctx, order);
  if (reader.admin) await recordAdmin(ctx, { action: "order.export", subjectKind: "order", subjectId: orderId });
  const file = buildDossier(orderId, await entriesOf(services, order, reader));
  return { fileName: `lingong-${codeOf(orderId)}-v${order.version}.json`, content: canonicalJson(file), records: file.count, root: file.root };
}
