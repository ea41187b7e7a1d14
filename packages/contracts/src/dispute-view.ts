import { findingKinds } from "@lingong/domain";
import { z } from "zod";
import { fenOut, instant } from "./common.ts";
import { photoView } from "./photos.ts";

/** One reason for a split, from the record: a sentence of the catalogue with its figures, and the events it rests on. */
export const findingView = z.object({
  kind: z.enum(findingKinds),
  toCustomerFen: fenOut,
  cites: z.array(z.int()),
  figures: z.record(z.string(), z.number()),
});

export const evidenceView = z.object({
  id: z.string(),
  by: z.enum(["customer", "worker"]),
  at: instant,
  /** The event that brought it. */
  version: z.int(),
  /** Null: files alone, or erased with its author's account. */
  text: z.string().nullable(),
  files: z.array(photoView),
});

const decisionView = z.object({
  toWorkerFen: fenOut,
  toCustomerFen: fenOut,
  reason: z.string(),
  citedVersions: z.array(z.int()),
  findings: z.array(findingView),
});

/** The clocks of a dispute that would be opened now. */
export const disputeClocks = z.object({
  evidenceEndsAt: instant,
  decidesAt: instant,
  latestAt: instant,
  /** Years whose calendar is not published: there weekends alone are left out. */
  unpublishedYears: z.array(z.int()),
});

export const disputeView = z.object({
  state: z.enum(["evidence", "deciding", "decided", "appealed", "executed", "agreed"]),
  openedBy: z.enum(["customer", "worker"]),
  openedAt: instant,
  reason: z.string(),
  claimedFen: fenOut,
  dueFen: fenOut,
  heldFen: fenOut,
  dueAt: instant,
  /** While arbitrators decide: by when at the outside, and years whose calendar is not published. */
  latestAt: instant.nullable(),
  unpublishedYears: z.array(z.int()),
  /** Null: not this person's to see; both sides and the dispute's arbitrators do. */
  evidence: z.array(evidenceView).nullable(),
  evidenceUntil: instant,
  evidenceRequest: z.object({ at: instant, note: z.string() }).nullable(),
  arbitratorAssigned: z.boolean(),
  escalations: z.int(),
  appealedBy: z.enum(["customer", "worker"]).nullable(),
  appealReason: z.string().nullable(),
  decision: decisionView.nullable(),
  /** What the decision pays when it stands; null: there is none, or it has been executed. */
  outcome: z.object({ workerNetFen: fenOut, commissionFen: fenOut, refundFen: fenOut }).nullable(),
  /** The decision that was appealed. */
  appealedDecision: decisionView.nullable(),
  acceptedBy: z.array(z.enum(["customer", "worker"])),
  splitProposal: z.object({ by: z.enum(["customer", "worker"]), toWorkerFen: fenOut, toCustomerFen: fenOut }).nullable(),
});

export type FindingView = z.infer<typeof findingView>;
export type EvidenceView = z.infer<typeof evidenceView>;
export type DecisionView = z.infer<typeof decisionView>;
export type DisputeClocks = z.infer<typeof disputeClocks>;
export type DisputeView = z.infer<typeof disputeView>;
