import type { DisputeView, Dossier, FindingView } from "@lingong/contracts";
import { useState } from "react";
import { useDeviceDraft } from "../components/use-device-draft.ts";
import { type Force, useForce } from "../dossier/actions/use-force.ts";
import { type DecisionSplit, firstSplit, splitFor } from "./decision-split.ts";

export interface Decision {
  readonly split: DecisionSplit;
  readonly setSplit: (split: DecisionSplit) => void;
  readonly findings: readonly FindingView[];
  /** Kinds of the findings that are shared. */
  readonly shared: readonly string[];
  readonly share: (finding: FindingView, shared: boolean) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** Events cited beside those of the shared findings. */
  readonly others: readonly number[];
  readonly setOthers: (versions: readonly number[]) => void;
  /** Every event the decision would cite. */
  readonly cited: readonly number[];
  readonly ready: boolean;
  readonly submit: () => void;
  readonly force: Force;
}

/**
 * A decision under way: it begins with the split the record proposes and all its reasons; a reason that is dropped takes its
 * amount back to the worker, and the slider overrules both.
 */
export function useDecision(dossier: Dossier, dispute: DisputeView): Decision {
  const { order } = dossier;
  const proposal = dossier.dispute?.proposal ?? null;
  const findings = proposal?.findings ?? [];
  const [split, setSplit] = useState(() => firstSplit(dispute.heldFen, proposal));
  const [shared, setShared] = useState<readonly string[]>(() => findings.map(({ kind }) => kind));
  const [others, setOthers] = useState<readonly number[]>([]);
  const [reason, setReason] = useDeviceDraft(`decision.${order.id}`);
  const force = useForce(order.id);
  const kept = findings.filter(({ kind }) => shared.includes(kind));
  const cited = [...new Set([...kept.flatMap(({ cites }) => cites), ...others])].sort((a, b) => a - b);
  return {
    split,
    setSplit,
    findings,
    shared,
    share(finding, isShared) {
      setShared(isShared ? [...shared, finding.kind] : shared.filter((kind) => kind !== finding.kind));
      if (isShared !== shared.includes(finding.kind))
        setSplit(splitFor(split.toWorkerFen + (isShared ? -finding.toCustomerFen : finding.toCustomerFen), dispute.heldFen));
    },
    reason,
    setReason,
    others,
    setOthers,
    cited,
    ready: reason.trim() !== "" && cited.length > 0,
    submit: () =>
      force.send({ type: "decideDispute", ...split, reason, citedVersions: cited, findings: kept.map(({ kind }) => kind) }, () => setReason("")),
    force,
  };
}
