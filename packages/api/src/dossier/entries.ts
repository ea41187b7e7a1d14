import type { ChainedEvent, ClaimRecord, Message, Photo, PostedEntry, QuoteRecord } from "@lingong/db";
import { type Contract, commitmentOf, type DossierEntry, type Instant, type Json, type Quote, type SignedContract } from "@lingong/domain";

/** A personal value as it may stand in a chain, and what opens it (§9). */
export interface Commitment {
  readonly salt: string;
  readonly value: string;
}

/** Everything of the order's record that is JSON already. */
const json = (value: unknown): Json => value as Json;

/** Where an event committed to something of a person's: the address it set, the words of the evidence it brought. */
function commitmentsOf({ changes, version }: ChainedEvent["event"]): readonly { readonly path: readonly string[]; readonly commitment: string }[] {
  const address = changes.terms?.place?.addressCommitment;
  const words = (changes.dispute?.evidence ?? []).flatMap((piece, index) =>
    piece.version === version && piece.textCommitment !== null ? [{ index, commitment: piece.textCommitment }] : [],
  );
  return [
    ...(address === undefined ? [] : [{ path: ["event", "changes", "terms", "place", "addressCommitment"], commitment: address }]),
    ...words.map(({ index, commitment }) => ({
      path: ["event", "changes", "dispute", "evidence", String(index), "textCommitment"],
      commitment,
    })),
  ];
}

/** An event with its own link; `known` opens commitments, by commitment. */
export function eventEntry({ event, previousHash, hash }: ChainedEvent, known: ReadonlyMap<string, Commitment>): DossierEntry {
  const openings = commitmentsOf(event).flatMap(({ path, commitment }) => {
    const opening = known.get(commitment);
    return opening === undefined ? [] : [{ path, ...opening }];
  });
  return { kind: "event", at: event.at, body: { event: json(event), previousHash, hash }, openings };
}

/** What was signed at one accept, and the clauses that were read. */
export function contractEntry(at: Instant, assignmentId: string, signed: SignedContract, { hash, clauses }: Contract): DossierEntry {
  return { kind: "contract", at, body: { assignmentId, hash, signed: json(signed), clauses: json(clauses) } };
}

export function journalEntry({ key, reason, at, transfers }: PostedEntry): DossierEntry {
  return { kind: "journal", at, body: { key, reason, transfers: json(transfers) } };
}

/** A picture by its hash. Where it was taken is as personal as an address: a commitment. */
export function photoEntry(photo: Photo, taken: Commitment | null, shown: boolean): DossierEntry {
  const { id, ownerId, purpose, label, contentType, bytes, sha256, takenAt, createdAt } = photo;
  const takenPosition = taken === null ? null : commitmentOf(taken.salt, taken.value);
  return {
    kind: "photo",
    at: createdAt,
    body: { id, ownerId, purpose, label, contentType, bytes, sha256, takenAt, takenPosition },
    ...(taken !== null && shown ? { openings: [{ path: ["takenPosition"], ...taken }] } : {}),
  };
}

/** What was said, as a commitment that stays when its author's account is deleted. `text`: what opens it, for who may see it. */
export function messageEntry(message: Message, text: Commitment | null): DossierEntry {
  const { id, workerId, number, senderId, side, flags, withheld, textCommitment, createdAt } = message;
  return {
    kind: "message",
    at: createdAt,
    body: { id, workerId, number, senderId, side, flags: [...flags], withheld, text: textCommitment },
    ...(text === null ? {} : { openings: [{ path: ["text"], ...text }] }),
  };
}

/** A committed value beside its record, for who may see it. */
const opened = (path: string, commitment: Commitment | null, shown: boolean) =>
  commitment !== null && shown ? [{ path: [path], ...commitment }] : [];

const commitmentTo = (commitment: Commitment | null): string | null => (commitment === null ? null : commitmentOf(commitment.salt, commitment.value));

/** What is known of a quote to the customer and its worker, and what to its worker alone. */
export interface QuoteContents {
  readonly price: Commitment;
  readonly floor: Commitment;
}

/** A worker's price. Who asked how much is for the customer and that worker, the private floor for the worker: commitments. */
export function quoteEntry(
  { id, createdAt }: QuoteRecord<Quote>,
  { price, floor }: QuoteContents,
  shown: { price: boolean; floor: boolean },
): DossierEntry {
  return {
    kind: "quote",
    at: createdAt,
    body: { id, price: commitmentTo(price), floor: commitmentTo(floor) },
    openings: [...opened("price", price, shown.price), ...opened("floor", floor, shown.floor)],
  };
}

/** What a claim came to and the words it was made with; null: none, or its author's account was deleted. */
export interface ClaimContents {
  readonly claim: Commitment | null;
  readonly text: Commitment | null;
}

/** A claim on the insurance. It may tell of an injury: only its claimant, and who handles claims, see what it says. */
export function claimEntry({ claim }: ClaimRecord, contents: ClaimContents, shown: boolean): DossierEntry {
  const { id, assignmentId, createdAt, submittedAt } = claim;
  return {
    kind: "claim",
    at: submittedAt ?? createdAt,
    body: { id, assignmentId, claim: commitmentTo(contents.claim), text: commitmentTo(contents.text) },
    openings: [...opened("claim", contents.claim, shown), ...opened("text", contents.text, shown)],
  };
}
