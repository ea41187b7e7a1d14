import { useTRPC } from "@lingong/client/react";
import type { DisputeView, Dossier } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, Panel, useFormat } from "@lingong/ui";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { MoneyMoves } from "../dossier/actions/consequence.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import classes from "./desk.module.css";
import { decisionFormId } from "./desk-actions.tsx";
import { ReasonsPanel } from "./reasons-panel.tsx";
import { SplitChoice } from "./split-choice.tsx";
import { useDecision } from "./use-decision.ts";

export interface DecideFormProps {
  readonly dossier: Dossier;
  readonly dispute: DisputeView;
}

/** The decision: two amounts that always add up, what they would pay, the reasons with their records, the conflict check. */
export function DecideForm({ dossier, dispute }: DecideFormProps) {
  const { t } = useTranslation("admin");
  const decision = useDecision(dossier, dispute);
  const form = useRef<HTMLFormElement>(null);
  useSubmitKeys(form);
  return (
    <form
      ref={form}
      id={decisionFormId}
      className={classes.column}
      onSubmit={(event) => {
        event.preventDefault();
        if (decision.ready && !decision.force.isPending) decision.submit();
      }}
    >
      <Panel title={t("desk.split")} aside={t("desk.drag")} tone="live">
        <SplitChoice heldFen={dispute.heldFen} split={decision.split} onChange={decision.setSplit} />
        <Paid orderId={dossier.order.id} split={decision.split} />
      </Panel>
      <ReasonsPanel dossier={dossier} dispute={dispute} decision={decision} />
      {decision.force.error !== null && <ErrorAlert {...knownErrorOf(decision.force.error)} />}
      <ConflictPanel dossier={dossier}>
        <Later orderId={dossier.order.id} split={decision.split} />
      </ConflictPanel>
    </form>
  );
}

/** ⌘ or Ctrl with Enter submits from anywhere on the desk. */
function useSubmitKeys(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [form]);
}

type Split = { readonly toWorkerFen: number; readonly toCustomerFen: number };

function usePreview(orderId: string, split: Split) {
  const trpc = useTRPC();
  const [asked] = useDebouncedValue(split, 200);
  return useQuery(trpc.admin.previewDecision.queryOptions({ orderId, ...asked }, { placeholderData: keepPreviousData }));
}

/** What it would pay, run dry by the server. */
function Paid({ orderId, split }: { readonly orderId: string; readonly split: Split }) {
  const { t } = useTranslation("admin");
  const { data, error } = usePreview(orderId, split);
  if (error !== null) return <ErrorAlert {...knownErrorOf(error)} />;
  if (data === undefined) return null;
  return <MoneyMoves title={t("decision.pays")} workerFen={data.workerNetFen} commissionFen={data.commissionFen} refundFen={data.refundFen} />;
}

/** When it would be paid: at once on appeal, else at the earliest when nobody appeals. */
function Later({ orderId, split }: { readonly orderId: string; readonly split: Split }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { data } = usePreview(orderId, split);
  if (data === undefined) return null;
  return (
    <p className={classes.later}>
      {data.executesAt === null ? t("decision.final") : t("desk.later", { time: format.dateTime(Date.parse(data.executesAt)) })}
    </p>
  );
}
