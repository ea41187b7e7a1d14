import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { Finding } from "./finding.ts";
import type { OrderState } from "./order.ts";

export type DisputeState = "evidence" | "deciding" | "decided" | "appealed" | "executed" | "agreed";

/** A picture or document of a piece of evidence, by the hash of its bytes. */
export interface EvidenceFile {
  readonly photoId: string;
  /** 64 hex digits, of the original as it was sent. */
  readonly sha256: string;
  readonly type: string;
}

/**
 * One thing a side brought forward: append-only, each in an event of its own. The words lie beside the chain, sealed under
 * the author's key; here is their commitment (§9, Erasure).
 */
export interface Evidence {
  readonly id: string;
  readonly by: "customer" | "worker";
  readonly at: Instant;
  /** The event that brought it: how it is cited. */
  readonly version: number;
  /** SHA-256 of salt and words; null: files alone. */
  readonly textCommitment: string | null;
  readonly files: readonly EvidenceFile[];
}

export interface Dispute {
  readonly state: DisputeState;
  readonly openedBy: "customer" | "worker";
  readonly openedAt: Instant;
  readonly openedFrom: OrderState;
  readonly reason: string;
  /** What the opener asks for: of what is due (customer), or of the escrow (worker). */
  readonly claimedFen: Fen;
  /** What was due when it was opened, and how much of the escrow is held (§8). */
  readonly dueFen: Fen;
  readonly heldFen: Fen;
  /** Earned travel compensation inside what is held: it carries no commission. */
  readonly travelLeftFen: Fen;
  readonly dueAt: Instant;
  /** When those whose turn it is are reminded of `dueAt`; null: they have been, or there is no time for it. */
  readonly remindAt: Instant | null;
  /** The five working days within which a first decision must fall (§8); null: not yet deciding. */
  readonly latestAt: Instant | null;
  /** Years of the running clock whose calendar is not published: there weekends alone were left out. */
  readonly unpublishedYears: readonly number[];
  readonly evidence: readonly Evidence[];
  /** Evidence that comes in before this counts. */
  readonly evidenceUntil: Instant;
  /** What the arbitrator asked both sides to add. */
  readonly evidenceRequest: { readonly at: Instant; readonly note: string } | null;
  readonly arbitratorId: string | null;
  readonly formerArbitratorIds: readonly string[];
  readonly escalations: number;
  readonly appealedBy: "customer" | "worker" | null;
  readonly appealReason: string | null;
  readonly decision: DisputeDecision | null;
  /** The decision that was appealed. */
  readonly appealedDecision: DisputeDecision | null;
  readonly acceptedBy: readonly ("customer" | "worker")[];
  readonly splitProposal: { readonly by: "customer" | "worker"; readonly toWorkerFen: Fen; readonly toCustomerFen: Fen } | null;
}

export interface DisputeDecision {
  readonly toWorkerFen: Fen;
  readonly toCustomerFen: Fen;
  readonly reason: string;
  /** The events it rests on. */
  readonly citedVersions: readonly number[];
  /** Of the findings the record offered, those the arbitrator shares. */
  readonly findings: readonly Finding[];
}
