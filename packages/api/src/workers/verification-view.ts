import type { Verification as VerificationView } from "@lingong/contracts";
import type { Verification } from "@lingong/db";
import { iso } from "../kernel/iso.ts";

/** How a worker's real-name check stands; a withdrawn one counts as none. */
export function verificationView(latest: Verification | null): VerificationView {
  if (latest === null || latest.state === "withdrawn")
    return { state: "none", submittedAt: null, dueAt: null, decidedAt: null, refusedField: null, refusedReason: null };
  return {
    state: latest.state,
    submittedAt: iso(latest.submittedAt),
    dueAt: iso(latest.dueAt),
    decidedAt: iso(latest.decidedAt),
    refusedField: latest.refusedField,
    refusedReason: latest.refusedReason,
  };
}
