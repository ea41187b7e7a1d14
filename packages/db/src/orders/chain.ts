import { hash } from "node:crypto";
import { canonicalJson, type OrderEvent } from "@lingong/domain";

/** What the first event of an order is chained to. */
export const GENESIS_HASH = "0".repeat(64);

/** One link: SHA-256 over the previous hash (its 64 hex digits) followed by the event's canonical JSON; 64 hex digits. */
export function eventHash(previousHash: string, event: OrderEvent): string {
  return hash("sha256", previousHash + canonicalJson(event), "hex");
}

/** An event as it is kept: with its link. */
export interface ChainedEvent {
  readonly event: OrderEvent;
  readonly previousHash: string;
  readonly hash: string;
}

/** The version of the first event whose link is broken; null: the chain is whole. */
export function firstBrokenLink(events: readonly ChainedEvent[]): number | null {
  let previousHash = GENESIS_HASH;
  let version = 0;
  for (const link of events) {
    version += 1;
    if (link.event.version !== version || link.previousHash !== previousHash || link.hash !== eventHash(previousHash, link.event)) return version;
    previousHash = link.hash;
  }
  return null;
}
