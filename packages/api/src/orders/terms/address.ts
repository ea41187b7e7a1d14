import type { AddressInput } from "@lingong/contracts";
import { blur, canonicalJson, commitmentOf, defaultPolicy, type Place } from "@lingong/domain";
import type { Sealed, Secrets, WrappedKey } from "../../ports/secrets.ts";

/** Where the work is, exactly. Lives encrypted beside the order's record, never in it (§9). */
export type ExactAddress = AddressInput;

const purpose = "order-address";

/** What the record may hold: the district, a point blurred to about 500 m, and a commitment whose salt hangs on the person's key. */
export function placeOf(address: ExactAddress, key: WrappedKey, secrets: Secrets): Place {
  const value = canonicalJson(address);
  return {
    district: address.district,
    blurred: blur(address.position, defaultPolicy.access.addressBlurMetres),
    addressCommitment: commitmentOf(secrets.saltFor(key, purpose, value), value),
  };
}

/** What opens the commitment that `placeOf` made of this address. */
export function addressCommitment(address: ExactAddress, key: WrappedKey, secrets: Secrets): { readonly salt: string; readonly value: string } {
  const value = canonicalJson(address);
  return { salt: secrets.saltFor(key, purpose, value), value };
}

export function sealAddress(address: ExactAddress, key: WrappedKey, secrets: Secrets): Sealed {
  return secrets.seal(key, purpose, canonicalJson(address));
}

export function openAddress(sealed: Sealed, key: WrappedKey, secrets: Secrets): ExactAddress {
  return JSON.parse(secrets.open(key, purpose, sealed)) as ExactAddress;
}
