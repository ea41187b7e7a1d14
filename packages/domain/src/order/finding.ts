import type { Fen } from "../kernel/money.ts";

/** What a record may show about a disputed order; the message catalogues have a sentence for each. */
export const findingKinds = [
  "arrived_on_time",
  "arrived_late",
  "waited_at_door",
  "time_recorded",
  "minimum_billed",
  "items_proven",
  "items_unproven",
  "photos_before_after",
  "finish_photos_missing",
  "add_ons_done",
  "evidence_of_both",
  "evidence_of_customer_alone",
  "evidence_of_worker_alone",
  "claim_beyond_due",
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** One reason for a split: what the record shows, what it moves, and the events it rests on. */
export interface Finding {
  readonly kind: FindingKind;
  /** What it sends to the customer out of the worker's side; below 0: back to the worker. */
  readonly toCustomerFen: Fen;
  /** Versions of the events it rests on. */
  readonly cites: readonly number[];
  /** The figures its sentence needs. */
  readonly figures: Readonly<Record<string, number>>;
}
