import type { Position } from "../geo/position.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { DisputeDecision, EvidenceFile } from "./dispute-record.ts";
import type { Terms } from "./terms.ts";

/** Who may command an order. `payment_provider` and `timer` are the machine's own hands. */
export type Role = "customer" | "worker" | "payment_provider" | "timer" | "admin" | "arbitrator";

export interface Actor {
  readonly role: Role;
  /** A user's id; of the payment provider its name; of the timer "timer". */
  readonly id: string;
}

/**
 * Everything that can be asked of an order. Ids of what a command creates (payment, add-on, assignment) come in with
 * it: the domain invents nothing.
 */
export type Command =
  | { readonly type: "edit"; readonly terms: Terms }
  | { readonly type: "place"; readonly termsHash: string; readonly paymentId: string }
  | { readonly type: "acceptQuote"; readonly quoteId: string; readonly paymentId: string }
  | { readonly type: "capturePayment"; readonly paymentId: string; readonly fen: Fen; readonly captureId: string; readonly assignmentId: string }
  | { readonly type: "accept"; readonly offerId: string; readonly assignmentId: string }
  | { readonly type: "directRefused" }
  | { readonly type: "raisePrice"; readonly rateFenPerHour: Fen; readonly termsHash: string; readonly paymentId: string }
  | { readonly type: "withdraw"; readonly reason: string }
  | { readonly type: "proposeReschedule"; readonly startsAt: Instant }
  | { readonly type: "agreeReschedule" }
  | { readonly type: "declineReschedule" }
  | { readonly type: "confirmTime" }
  /** `memberIds`: everybody of the team who goes, in place of those named before; none: nobody is named. */
  | { readonly type: "assignCrew"; readonly memberIds: readonly string[] }
  | { readonly type: "depart" }
  | { readonly type: "arrive"; readonly position: Position | null; readonly headcount: number }
  | { readonly type: "allowEarlyStart" }
  | { readonly type: "declareHere" }
  | { readonly type: "start"; readonly headcount: number }
  | { readonly type: "pause" }
  | { readonly type: "resume" }
  | {
      readonly type: "proposeAddOn";
      readonly addOnId: string;
      readonly kind: "time" | "item";
      readonly title: string;
      readonly minutes: number;
      readonly fen: Fen;
      readonly photoId: string | null;
    }
  | { readonly type: "approveAddOn"; readonly addOnId: string; readonly paymentId: string }
  | { readonly type: "declineAddOn"; readonly addOnId: string }
  | { readonly type: "withdrawAddOn"; readonly addOnId: string }
  | { readonly type: "signOfLife" }
  | { readonly type: "finish"; readonly reason: "done" | "safety" | "illness"; readonly doneAddOnIds: readonly string[] }
  | { readonly type: "confirm" }
  | { readonly type: "tip"; readonly fen: Fen; readonly paymentId: string }
  | { readonly type: "cancel"; readonly reason: string }
  | { readonly type: "askToCancel"; readonly reason: string }
  | { readonly type: "reportNoShow"; readonly position: Position | null }
  /** `files`: the first evidence, with it; `evidenceId` names it. */
  | {
      readonly type: "openDispute";
      readonly amountFen: Fen;
      readonly reason: string;
      readonly evidenceId: string;
      readonly files: readonly EvidenceFile[];
    }
  | { readonly type: "addEvidence"; readonly evidenceId: string; readonly textCommitment: string | null; readonly files: readonly EvidenceFile[] }
  | { readonly type: "askForEvidence"; readonly note: string }
  | { readonly type: "closeEvidence" }
  | { readonly type: "assignArbitrator"; readonly arbitratorId: string }
  | { readonly type: "decideDispute"; readonly decision: DisputeDecision }
  | { readonly type: "acceptDecision" }
  | { readonly type: "appealDispute"; readonly reason: string }
  | { readonly type: "proposeSplit"; readonly toWorkerFen: Fen; readonly toCustomerFen: Fen }
  | { readonly type: "agreeSplit" }
  | { readonly type: "forceCancel"; readonly reason: string; readonly settlement: "full_refund" | "ladder" }
  /** The service was stopped: customers' deadlines that fell into the stop move (§2). */
  | { readonly type: "serviceRestarted" }
  /** The state's own timed exit, or a part's (add-on, reschedule, request) that has run out. */
  | { readonly type: "timeOut" };

export type CommandType = Command["type"];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
