import { useTRPC } from "@lingong/client/react";
import type { DisputeView, Dossier } from "@lingong/contracts";
import { ActionBar, ErrorAlert, knownErrorOf, Price, useFormat } from "@lingong/ui";
import { Checkbox, Input, NumberInput, Slider, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeviceDraft } from "../../components/use-device-draft.ts";
import { eventCode, eventTitle } from "../event-text.ts";
import classes from "./actions.module.css";
import { MoneyMoves } from "./consequence.tsx";
import { type DecisionSplit, fenOfYuan, firstSplit, splitFor } from "./decision-split.ts";
import { useForce } from "./use-force.ts";

export interface DecisionFormProps {
  readonly dossier: Dossier;
  readonly dispute: DisputeView;
}

/** Two amounts that always add up, the reason, what it rests on; above the button what it pays and when. */
export function DecisionForm({ dossier, dispute }: DecisionFormProps) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const { order } = dossier;
  const { heldFen } = dispute;
  const [split, setSplit] = useState(() => firstSplit(heldFen, dispute.splitProposal));
  const [cited, setCited] = useState<readonly number[]>([]);
  const [reason, setReason] = useDeviceDraft(`decision.${order.id}`);
  const force = useForce(order.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    force.send({ type: "decideDispute", ...split, reason, citedVersions: [...cited].sort((a, b) => a - b) }, () => setReason(""));
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <SplitChoice heldFen={heldFen} split={split} onChange={setSplit} />
      <Paid orderId={order.id} split={split} />
      <Textarea
        label={t("decision.reason")}
        description={t("decision.reasonAbout")}
        required
        autosize
        minRows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Evidence dossier={dossier} cited={cited} onChange={setCited} />
      {force.error !== null && <ErrorAlert {...knownErrorOf(force.error)} />}
      <ActionBar
        placement="inline"
        primary={{
          label: domain("command.decideDispute"),
          detail: t("dispute.split", { worker: format.money(split.toWorkerFen), customer: format.money(split.toCustomerFen) }),
          type: "submit",
          loading: force.sending,
          disabled: reason.trim() === "",
        }}
      />
    </form>
  );
}

interface SplitChoiceProps {
  readonly heldFen: number;
  readonly split: DecisionSplit;
  readonly onChange: (split: DecisionSplit) => void;
}

function SplitChoice({ heldFen, split, onChange }: SplitChoiceProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { toWorkerFen, toCustomerFen } = split;
  const share = (fen: number) => format.share(heldFen === 0 ? 0 : fen / heldFen);
  const amount = {
    decimalScale: 2,
    fixedDecimalScale: true,
    min: 0,
    max: heldFen / 100,
    prefix: "¥",
    hideControls: true,
    clampBehavior: "strict",
  } as const;
  return (
    <div>
      <div className={classes.sides}>
        <Price label={t("decision.worker", { share: share(toWorkerFen) })} fen={toWorkerFen} size={24} />
        <Price label={t("decision.customer", { share: share(toCustomerFen) })} fen={toCustomerFen} size={24} />
      </div>
      <Slider
        thumbLabel={t("decision.slider")}
        min={0}
        max={heldFen}
        step={Math.max(1, Math.round(heldFen / 100))}
        label={null}
        value={toWorkerFen}
        onChange={(fen) => onChange(splitFor(fen, heldFen))}
        mb="md"
      />
      <div className={classes.amounts}>
        <NumberInput
          {...amount}
          label={t("decision.toWorker")}
          value={toWorkerFen / 100}
          onChange={(yuan) => onChange(splitFor(fenOfYuan(yuan), heldFen))}
        />
        <NumberInput
          {...amount}
          label={t("decision.toCustomer")}
          value={toCustomerFen / 100}
          onChange={(yuan) => onChange(splitFor(heldFen - fenOfYuan(yuan), heldFen))}
        />
      </div>
    </div>
  );
}

/** What it would pay, run dry by the server; and when, if nobody appeals. */
function Paid({ orderId, split }: { readonly orderId: string; readonly split: DecisionSplit }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const trpc = useTRPC();
  const [asked] = useDebouncedValue(split, 200);
  const { data, error } = useQuery(trpc.admin.previewDecision.queryOptions({ orderId, ...asked }, { placeholderData: keepPreviousData }));
  if (error !== null) return <ErrorAlert {...knownErrorOf(error)} />;
  if (data === undefined) return null;
  return (
    <>
      <MoneyMoves title={t("decision.pays")} workerFen={data.workerNetFen} commissionFen={data.commissionFen} refundFen={data.refundFen} />
      <p className={classes.explain}>
        {data.executesAt === null ? t("decision.final") : t("decision.appealable", { time: format.dateTime(Date.parse(data.executesAt)) })}
      </p>
    </>
  );
}

interface EvidenceProps {
  readonly dossier: Dossier;
  readonly cited: readonly number[];
  readonly onChange: (cited: readonly number[]) => void;
}

/** The events a decision rests on. */
function Evidence({ dossier, cited, onChange }: EvidenceProps) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  return (
    <Input.Wrapper label={t("decision.cited")} description={t("decision.citedAbout")}>
      <Checkbox.Group value={cited.map(String)} onChange={(values) => onChange(values.map(Number))} mt="xs">
        <div className={classes.cite}>
          {dossier.events.map((event) => (
            <Checkbox
              key={event.version}
              size="sm"
              value={String(event.version)}
              label={`${eventCode(event.version)} ${eventTitle(event, { t, domain, format })}`}
            />
          ))}
        </div>
      </Checkbox.Group>
    </Input.Wrapper>
  );
}
