import { Panel, useFormat } from "@lingong/ui";
import { IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** The work as segments with its pauses, and how worked became billed. */
export function ServiceTime() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const format = useFormat();
  const { service, bill } = order;
  if (service === null || bill === null) return null;
  const begin = Date.parse(service.startedAt);
  const end = Date.parse(service.finishedAt ?? service.segments.at(-1)?.to ?? service.startedAt);
  const paused = service.segments.filter(({ kind }) => kind === "pause").reduce((total, { minutes }) => total + minutes, 0);
  const figures = [
    { key: "worked", label: t("bill.worked"), minutes: bill.workedMinutes, accent: false },
    { key: "billed", label: t("bill.billed"), minutes: bill.billedMinutes, accent: true },
    { key: "paid", label: t("bill.paid"), minutes: bill.authorisedMinutes, accent: false },
  ];
  return (
    <Panel title={t("bill.time")} aside={`${format.date(begin)} · ${format.zoneName()}`}>
      <div className={classes.segments} aria-hidden="true">
        {service.segments.map(({ kind, from, minutes }) => (
          <span key={from} className={kind === "work" ? classes.work : classes.pause} style={{ flexGrow: Math.max(1, minutes) }}>
            {kind === "work" && minutes >= 15 ? format.duration(minutes) : ""}
          </span>
        ))}
      </div>
      <div className={classes.segmentTimes}>
        <span>{format.time(begin)}</span>
        {paused > 0 && <span>{t("bill.paused", { span: format.duration(paused) })}</span>}
        <span>{format.time(end)}</span>
      </div>
      <dl className={classes.flow}>
        {figures.map(({ key, label, minutes, accent }, index) => (
          <FlowStep key={key} arrow={index > 0} label={label} value={format.duration(minutes)} accent={accent} />
        ))}
      </dl>
      <p className={classes.caption}>{t("bill.rule")}</p>
    </Panel>
  );
}

interface FlowStepProps {
  readonly arrow: boolean;
  readonly label: string;
  readonly value: string;
  readonly accent: boolean;
}

function FlowStep({ arrow, label, value, accent }: FlowStepProps) {
  return (
    <>
      {arrow && <IconChevronRight size={16} aria-hidden />}
      <div>
        <dt>
          <small>{label}</small>
        </dt>
        <dd>
          <b className={accent ? classes.accent : undefined}>{value}</b>
        </dd>
      </div>
    </>
  );
}
