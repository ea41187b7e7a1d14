import type { DossierEvent } from "@lingong/contracts";
import { canonicalJson, sha256Hex } from "@lingong/domain";

const genesis = "0".repeat(64);

/**
 * Computes every link of an order's history anew, in this browser: SHA-256 over the previous hash and the event's canonical JSON.
 * @returns the version of the first link that is broken; null: the chain is whole.
 */
export function firstBrokenLink(orderId: string, events: readonly DossierEvent[]): number | null {
  let previousHash = genesis;
  for (const [index, { version, at, byRole, byId, command, from, to, changes, hash, ...link }] of events.entries()) {
    const event = { orderId, version, at: Date.parse(at), by: { role: byRole, id: byId }, command, from, to, changes };
    const follows = version === index + 1 && link.previousHash === previousHash;
    if (!follows || sha256Hex(previousHash + canonicalJson(event)) !== hash) return version;
    previousHash = hash;
  }
  return null;
}
