import { type ClaimRecord, claims, type QuoteRecord, quotes } from "@lingong/db";
import { canonicalJson, type DossierEntry, type Json, type Quote } from "@lingong/domain";
import { textPurpose } from "../claims/view.ts";
import type { Services } from "../kernel/context.ts";
import type { WrappedKey } from "../ports/secrets.ts";
import { type Commitment, claimEntry, quoteEntry } from "./entries.ts";
import type { Reader } from "./reader.ts";

/** More than any order gets; a bound all the same. */
const quotesMost = 1_000;

type Keys = ReadonlyMap<string, WrappedKey>;

const jsonOf = (value: unknown): string => canonicalJson(value as Json);

/**
 * A price is no personal value, and outlives an account: its salt hangs on the deployment's own key. It keeps the figures from
 * those who asked for other prices.
 */
function quoteCommitment({ secrets }: Services, quoteId: string, part: string, value: string): Commitment {
  return { salt: Buffer.from(secrets.keyedHash(`quote-salt:${part}`, `${quoteId}\u0000${value}`)).toString("hex"), value };
}

function quoteRecord(services: Services, kept: QuoteRecord<Quote>, reader: Reader): DossierEntry {
  const { workerId, askFenPerHour, rateFenPerHour, counterFenPerHour, countersMade, state, floorFenPerHour } = kept.body;
  const price = jsonOf({ workerId, askFenPerHour, rateFenPerHour, counterFenPerHour, countersMade, state });
  const contents = {
    price: quoteCommitment(services, kept.id, "price", price),
    floor: quoteCommitment(services, kept.id, "floor", jsonOf({ floorFenPerHour })),
  };
  const own = reader.admin || workerId === reader.userId;
  return quoteEntry(kept, contents, { price: own || reader.side === "customer", floor: own });
}

/** The quotes an order got, in the order they came in. */
export async function quoteEntries(services: Services, orderId: string, reader: Reader): Promise<DossierEntry[]> {
  const kept = await quotes.listForOrder<Quote>(services.db, { orderId, limit: quotesMost });
  return kept.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).map((quote) => quoteRecord(services, quote, reader));
}

/** Claims of an order that were submitted: a draft is its author's alone. */
export async function submittedClaims(services: Services, orderId: string): Promise<ClaimRecord[]> {
  const made = await claims.listForOrder(services.db, orderId);
  return made
    .filter(({ claim }) => claim.submittedAt !== null)
    .sort((a, b) => (a.claim.submittedAt ?? 0) - (b.claim.submittedAt ?? 0) || (a.claim.id < b.claim.id ? -1 : 1));
}

export function claimEntries(services: Services, made: readonly ClaimRecord[], keys: Keys, reader: Reader): DossierEntry[] {
  const { secrets } = services;
  return made.map((record) => {
    const { claim, textCipher } = record;
    const key = keys.get(claim.claimantId);
    const committed = (part: string, value: string | null): Commitment | null =>
      key === undefined || value === null ? null : { salt: secrets.saltFor(key, `claim-${part}:${claim.id}`, value), value };
    const words = key === undefined || textCipher === null ? null : secrets.open(key, textPurpose(claim.id), textCipher);
    const contents = { claim: committed("record", jsonOf(claim)), text: committed("words", words) };
    return claimEntry(record, contents, reader.handlesClaims || claim.claimantId === reader.userId);
  });
}
