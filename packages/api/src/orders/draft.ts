import type { CreateDraftInput, DraftOutput, EditDraftInput, TermsParsed } from "@lingong/contracts";
import { type Database, GENESIS_HASH, newId, orders, photos, workers } from "@lingong/db";
import { draft, isWithin, type Terms, termsHash } from "@lingong/domain";
import { personKey } from "../accounts/people.ts";
import { knownCategory, knownCity } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { DomainException, fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import type { WrappedKey } from "../ports/secrets.ts";
import { execute, save } from "./execute.ts";
import { plainFacts } from "./facts.ts";
import { requestOf } from "./idempotency.ts";
import { viewerOf } from "./party.ts";
import { placeOf, sealAddress } from "./terms/address.ts";
import { termsFrom } from "./terms/proposal.ts";

type Parsed<Input> = Omit<Input, "terms"> & { readonly terms: TermsParsed };

/** What cannot be a proposal at all: a place outside the city, a category done elsewhere, somebody else's photos. */
async function checkProposal(db: Database, proposal: TermsParsed, customerId: string): Promise<void> {
  const city = knownCity(proposal.cityId);
  const category = knownCategory(proposal.categoryId);
  if (category.mode === "on_site" && proposal.address !== null && !isWithin(city, proposal.address.position))
    fail("place_missing", { cityId: city.id }, "terms.address.position");
  const known = await photos.findMany(db, proposal.photoIds);
  if (proposal.photoIds.some((id) => known.get(id)?.ownerId !== customerId)) fail("not_found", {}, "terms.photoIds");
  if (proposal.direct !== null) {
    const worker = await workers.findById(db, proposal.direct.workerId);
    if (worker === null || worker.cityId !== city.id) fail("not_found", {}, "terms.direct.workerId");
  }
}

/** A proposal as terms, with the exact address sealed beside them. */
export function writeTerms(
  services: Services,
  proposal: TermsParsed,
  key: WrappedKey,
): { readonly terms: Terms; readonly place: { lat: number; lng: number; addressCipher: Uint8Array } | null } {
  const category = knownCategory(proposal.categoryId);
  const address = category.mode === "on_site" ? proposal.address : null;
  if (address === null) return { terms: termsFrom(proposal, category, null), place: null };
  const { lat, lng } = address.position;
  return {
    terms: termsFrom(proposal, category, placeOf(address, key, services.secrets)),
    place: { lat, lng, addressCipher: sealAddress(address, key, services.secrets) },
  };
}

/** A new order in draft: nothing is held. The same key again answers the same order. */
export async function createDraft({ services, session }: Signed, input: Parsed<CreateDraftInput>): Promise<DraftOutput> {
  const { userId } = session;
  await checkProposal(services.db, input.terms, userId);
  const { terms, place } = writeTerms(services, input.terms, await personKey(services, userId));
  const orderId = newId();
  const city = knownCity(input.terms.cityId);
  const now = services.clock.now();
  const outcome = draft({ id: orderId, cityId: city.id, zone: city.zone, customerId: userId, terms }, now);
  const facts = await plainFacts(services, outcome.order, now);
  const result: DraftOutput = { orderId, version: outcome.order.version, termsHash: termsHash(terms) };
  const answer = await save(services, outcome, {
    previousHash: GENESIS_HASH,
    facts,
    request: requestOf(services.secrets, userId, input.idempotencyKey, input.terms, result),
    place,
  });
  if (answer.status === "refused") throw new DomainException(answer.error);
  if (answer.status === "conflict") return fail("conflict");
  await photos.attach(services.db, { ids: terms.photoIds, ownerId: userId, orderId });
  return answer.status === "repeated" ? (answer.result as DraftOutput) : result;
}

/** Changes a draft as a whole; its place goes with it. */
export async function editDraft({ services, session }: Signed, input: Parsed<EditDraftInput>): Promise<DraftOutput> {
  const { order } = found(await orders.findById(services.db, input.orderId));
  viewerOf(session, order);
  if (input.terms.cityId !== order.cityId) fail("invalid_input", { field: "cityId" }, "terms.cityId");
  await checkProposal(services.db, input.terms, session.userId);
  const { terms, place } = writeTerms(services, input.terms, await personKey(services, session.userId));
  const result: DraftOutput = { orderId: order.id, version: order.version + 1, termsHash: termsHash(terms) };
  const executed = await execute(services, {
    orderId: order.id,
    actor: { role: "customer", id: session.userId },
    command: { type: "edit", terms },
    request: requestOf(services.secrets, session.userId, input.idempotencyKey, { orderId: order.id, terms: input.terms }, result),
    place,
  });
  await photos.attach(services.db, { ids: terms.photoIds, ownerId: session.userId, orderId: order.id });
  return executed.result as DraftOutput;
}
