import type { SaveAddressInput, SavedAddress } from "@lingong/contracts";
import { limits } from "@lingong/contracts";
import { customers } from "@lingong/db";
import { canonicalJson, isWithin } from "@lingong/domain";
import { personKey } from "../accounts/people.ts";
import { knownCity } from "../catalog/lookup.ts";
import { fail } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import type { ExactAddress } from "../orders/terms/address.ts";

const purpose = "saved-address";

/** One's address book, last saved first: encrypted at rest under the person's key. */
export async function listAddresses({ services, session }: Signed): Promise<SavedAddress[]> {
  const key = await personKey(services, session.userId);
  const saved = await customers.listAddresses(services.db, session.userId);
  return saved.map(({ id, cityId, label, cipher }) => ({
    ...(JSON.parse(services.secrets.open(key, purpose, cipher)) as ExactAddress),
    id,
    cityId,
    label,
  }));
}

/** Saves an address under the client's id; the same id again replaces it. */
export async function saveAddress(ctx: Signed, input: Required<SaveAddressInput> & { readonly address: ExactAddress }): Promise<SavedAddress> {
  const { services, session } = ctx;
  const city = knownCity(input.cityId);
  if (!isWithin(city, input.address.position)) fail("invalid_input", { field: "position" }, "address.position");
  const known = await customers.listAddresses(services.db, session.userId);
  if (known.length >= limits.addresses && known.every(({ id }) => id !== input.id)) fail("rate_limited", { limit: limits.addresses });
  const key = await personKey(services, session.userId);
  const cipher = services.secrets.seal(key, purpose, canonicalJson(input.address));
  const kept = await customers.saveAddress(services.db, {
    id: input.id,
    customerId: session.userId,
    cityId: city.id,
    label: input.label,
    cipher,
    now: services.clock.now(),
  });
  return kept ? { ...input.address, id: input.id, cityId: city.id, label: input.label } : fail("not_yours");
}

export async function removeAddress({ services, session }: Signed, { id }: { readonly id: string }): Promise<{ done: true }> {
  await customers.removeAddress(services.db, { id, customerId: session.userId });
  return { done: true };
}
