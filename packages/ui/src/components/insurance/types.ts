import type { ClaimKind, ClaimSide, ClaimState, Fen } from "@lingong/domain";

/** A claim as the server names it; moments are ISO strings. */
export interface ClaimView {
  readonly id: string;
  readonly side: ClaimSide;
  readonly state: ClaimState;
  readonly kind: ClaimKind;
  readonly askedFen: Fen;
  readonly approvedFen: Fen | null;
  readonly text: string | null;
  readonly files: readonly { readonly id: string; readonly type: string; readonly label: string }[];
  readonly payeeMasked: string | null;
  readonly reason: string | null;
  readonly answerBy: string | null;
  readonly paidAt: string | null;
  readonly actions: readonly string[];
}

/** What stands on the certificate of one assignment's insurance. */
export interface CertificateFacts {
  readonly assignmentId: string;
  readonly number: string;
  readonly tier: "basic" | "medium" | "full";
  readonly coverFen: Fen;
  readonly coverLeftFen: Fen;
  readonly from: string;
  readonly to: string | null;
  readonly claimableUntil: string | null;
  readonly customerName: string;
  readonly workerName: string;
}

/** A certificate with one's own claims on it. */
export interface CertificateView extends CertificateFacts {
  readonly mayClaim: boolean;
  readonly claims: readonly ClaimView[];
}

/** An order's certificates, the latest first, and the limits of a claim. */
export interface OrderInsuranceView {
  readonly certificates: readonly CertificateView[];
  readonly filesMost: number;
  readonly claimDays: number;
  readonly answerDays: number;
}

/** What a claimant has written down. */
export interface ClaimWish {
  claimId: string;
  orderId: string;
  assignmentId: string;
  kind: ClaimKind;
  askedFen: Fen;
  text: string;
  fileIds: string[];
  payee: { holderName: string; cardNumber: string } | null;
}

/** What a screen can do about claims; each change happens once however often it is tapped. */
export interface ClaimDesk {
  readonly save: (wish: ClaimWish) => Promise<unknown>;
  readonly step: (wish: { claimId: string; command: "submit" | "withdraw" }) => Promise<unknown>;
  /** Sends a file, resumably; answers with its id when it has arrived. */
  readonly upload: (file: File, label: string) => Promise<string>;
}
