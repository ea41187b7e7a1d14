import type { Json } from "../contract/canonical.ts";
import { hashOf } from "../contract/hash.ts";
import type { Instant } from "../kernel/instant.ts";

/**
 * The layouts a dossier may have been written in, the latest last. 2 numbers the messages of each conversation and holds quotes
 * and claims. What was exported before still verifies, by the rules of its own layout.
 */
export const dossierFormats = ["lingong-dossier/1", "lingong-dossier/2"] as const;
export type DossierFormat = (typeof dossierFormats)[number];
/** What is exported now. */
export const dossierFormat = "lingong-dossier/2" satisfies DossierFormat;

/** What a record tells of, in the order in which those of one instant stand. */
export const dossierKinds = ["event", "contract", "journal", "photo", "message", "quote", "claim"] as const;
export type DossierKind = (typeof dossierKinds)[number];

/** One thing the order's record keeps. Personal values stand in it as commitments (§9, Erasure). */
export interface DossierItem {
  readonly kind: DossierKind;
  readonly at: Instant;
  readonly body: Readonly<Record<string, Json>>;
}

/** An item in its place of the chain. */
export interface DossierRecord extends DossierItem {
  /** 1 is the first. */
  readonly number: number;
  /** The hash of the record before; of the first: the order's own `dossierGenesis`. */
  readonly previousHash: string;
  /** SHA-256 over the canonical JSON of everything else here. */
  readonly hash: string;
}

/** A committed value, shown: who lacks it, or whose salt was destroyed, can still check the chain. */
export interface DossierOpening {
  readonly record: number;
  /** Where in the record's body the commitment stands. */
  readonly path: readonly string[];
  /** 32 bytes, hex. */
  readonly salt: string;
  readonly value: string;
}

/** What `root` stands for: one hash over a whole dossier. */
export interface DossierHeader {
  readonly format: DossierFormat;
  readonly orderId: string;
  /** How many records there are: what is cut from the end is missed. */
  readonly count: number;
  /** The hash of the last record. */
  readonly head: string;
}

/** A dossier as it is written to a file: canonical JSON of this. */
export interface DossierFile extends DossierHeader {
  readonly root: string;
  readonly records: readonly DossierRecord[];
  /** Beside the chain, under no hash: each is checked against its commitment. */
  readonly openings: readonly DossierOpening[];
}

/** What the first record of an order's dossier is chained to. */
export function dossierGenesis({ format, orderId }: Pick<DossierHeader, "format" | "orderId">): string {
  return hashOf({ format, orderId });
}

export function recordHash({ number, kind, at, body, previousHash }: Omit<DossierRecord, "hash">): string {
  return hashOf({ number, kind, at, body, previousHash });
}

export function rootOf({ format, orderId, count, head }: DossierHeader): string {
  return hashOf({ format, orderId, count, head });
}
