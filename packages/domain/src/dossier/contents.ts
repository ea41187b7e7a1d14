import { canonicalJson } from "../contract/canonical.ts";
import { hashOf, sha256Hex } from "../contract/hash.ts";
import type { Order } from "../order/order.ts";
import type { OrderEvent, Transfer } from "../order/outcome.ts";
import { replay } from "../order/replay.ts";
import type { DossierFile, DossierRecord } from "./record.ts";

/** The body of an `event` record: the order's event as the platform chained it when it happened. */
interface EventBody {
  readonly event: OrderEvent;
  readonly previousHash: string;
  readonly hash: string;
}

const GENESIS = "0".repeat(64);

const ofKind = (file: DossierFile, kind: DossierRecord["kind"]): readonly DossierRecord[] => file.records.filter((record) => record.kind === kind);

/** The first event that does not follow from the one before it, by the platform's own chain. */
function falseEvent(file: DossierFile): number | null {
  let previousHash = GENESIS;
  let version = 0;
  for (const { number, body } of ofKind(file, "event")) {
    const { event, previousHash: linkedTo, hash } = body as unknown as EventBody;
    version += 1;
    const follows = linkedTo === previousHash && hash === sha256Hex(previousHash + canonicalJson(event));
    if (!follows || event.version !== version || event.orderId !== file.orderId) return number;
    previousHash = hash;
  }
  return null;
}

/** The first contract whose fingerprint is not of what was signed, or that no assignment of the order carries. */
function falseContract(file: DossierFile, events: readonly OrderEvent[]): number | null {
  const signed = new Set(events.map(({ changes }) => changes.assignment?.contractHash));
  const wrong = ofKind(file, "contract").find(({ body }) => body.hash !== hashOf(body.signed) || !signed.has(String(body.hash)));
  return wrong?.number ?? null;
}

/** Fen that left the captured, refunded, released and commission sums of the order when this journal is taken from them. */
function unexplained(order: Order, transfers: readonly (Transfer & { readonly tip: boolean })[]): boolean {
  const escrow = `escrow:${order.id}`;
  const sum = (pick: (transfer: Transfer & { readonly tip: boolean }) => boolean): number =>
    transfers.filter(pick).reduce((total, { fen }) => total + fen, 0);
  const tips = sum(({ tip }) => tip);
  const { capturedFen, refundedFen, releasedFen, commissionFen } = order.money;
  return (
    capturedFen !== tips + sum(({ from, to }) => from.startsWith("gateway:") && to === escrow) ||
    refundedFen !== sum(({ from, to }) => from === escrow && to.startsWith("gateway:")) ||
    releasedFen !== tips + sum(({ from, to }) => from === escrow && to.startsWith("worker:")) ||
    commissionFen !== sum(({ from, to }) => from === escrow && to === "commission")
  );
}

/** The last journal record (or the last of all) when the journal does not add up to what the events tell of the money. */
function falseJournal(file: DossierFile, events: readonly OrderEvent[]): number | null {
  if (events.length === 0) return null;
  const journal = ofKind(file, "journal");
  const transfers = journal.flatMap(({ body }) =>
    (body.transfers as unknown as readonly Transfer[]).map((transfer) => ({ ...transfer, tip: body.reason === "tip" })),
  );
  return unexplained(replay(events), transfers) ? (journal.at(-1)?.number ?? file.count) : null;
}

/** The first message that is not the next of its conversation: each is numbered from 1, with one worker of the order. */
function falseMessage(file: DossierFile): number | null {
  const said = new Map<string, number>();
  for (const { number, body } of ofKind(file, "message")) {
    const conversation = String(body.workerId);
    const next = (said.get(conversation) ?? 0) + 1;
    if (body.number !== next) return number;
    said.set(conversation, next);
  }
  return null;
}

/** The first event that chose a quote which the dossier does not hold. */
function falseChoice(file: DossierFile): number | null {
  const held = new Set(ofKind(file, "quote").map(({ body }) => String(body.id)));
  const choice = ofKind(file, "event").find(({ body }) => {
    const chosen = (body as unknown as EventBody).event.changes.chosenQuote;
    return chosen != null && !held.has(chosen.quoteId);
  });
  return choice?.number ?? null;
}

/**
 * The first record of a whole chain that contradicts what it tells: events by the chain they had when they happened,
 * contracts by their fingerprint, the journal by the sums the events tell; from layout 2 on messages by their numbers and
 * choices by the quotes there are. Null: none does.
 */
export function findFalseContent(file: DossierFile): number | null {
  const events = ofKind(file, "event").map(({ body }) => (body as unknown as EventBody).event);
  const older = falseEvent(file) ?? falseContract(file, events) ?? falseJournal(file, events);
  if (older !== null || file.format === "lingong-dossier/1") return older;
  return falseMessage(file) ?? falseChoice(file);
}
