import type { DisputeView, Dossier } from "@lingong/contracts";
import { AppLink, DecisionReasons, MoneyList, Panel, useDistrict, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { PersonLine } from "../components/person-line.tsx";
import { addressOf } from "../shell/address.ts";
import classes from "./desk.module.css";
import { ClockNotes } from "./desk-clock.tsx";

/** What was ordered, between whom, with their disputes so far; what is due, settled and held; what is asked for and why. */
export function CasePanel({ dossier, dispute }: { readonly dossier: Dossier; readonly dispute: DisputeView }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  const district = useDistrict();
  const { order, customer, worker, dispute: desk } = dossier;
  const place = order.address === null ? domain("mode.remote") : district(order.address.district);
  const record = (side: "customer" | "worker") => {
    const { disputes, lost } = desk?.[side] ?? { disputes: 0, lost: 0 };
    return t("desk.record", { side: domain(`role.${side}`), count: disputes, lost });
  };
  return (
    <Panel
      title={t("dossier.titleOf", { category: text(order.category.name), place })}
      aside={<AppLink href={addressOf(`/orders/${order.id}`)}>{t("desk.toDossier")}</AppLink>}
    >
      <p className={classes.when}>{whenText(order, format)}</p>
      <PersonLine id={customer.id} name={customer.name} detail={record("customer")} />
      {worker !== null && (
        <PersonLine id={worker.id} name={worker.name} detail={record("worker")} imageUrl={order.counterpart?.avatarUrl} tone="accent" />
      )}
      <div className={classes.rule}>
        <MoneyList
          lines={[
            { key: "due", label: t("dispute.due"), fen: dispute.dueFen, tone: "strong" },
            { key: "settled", label: t("dispute.settled"), fen: Math.max(0, dispute.dueFen - dispute.heldFen) },
            { key: "held", label: t("dispute.held"), fen: dispute.heldFen, tone: "warn" },
          ]}
        />
      </div>
      <ClockNotes dispute={dispute} />
      <div className={classes.quote}>
        <b>{t("desk.asksBack", { side: domain(`role.${dispute.openedBy}`), money: format.money(dispute.claimedFen) })}</b>
        {dispute.reason}
      </div>
      {dispute.appealedBy !== null && dispute.appealReason !== null && (
        <div className={classes.quote}>{t("desk.appeal", { side: domain(`role.${dispute.appealedBy}`), reason: dispute.appealReason })}</div>
      )}
      {dispute.evidenceRequest !== null && (
        <div className={classes.quote}>
          {t("desk.asked", { note: dispute.evidenceRequest.note, time: format.dateTime(Date.parse(dispute.evidenceUntil)) })}
        </div>
      )}
      {(dispute.appealedDecision ?? dispute.decision) !== null && <Decided dispute={dispute} />}
    </Panel>
  );
}

function Decided({ dispute }: { readonly dispute: DisputeView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <>
      {[dispute.appealedDecision, dispute.decision].map((decision) =>
        decision === null ? null : (
          <div key={decision === dispute.decision ? "decision" : "appealed"} className={classes.quote}>
            <b>
              {t(decision === dispute.decision ? "dispute.decision" : "desk.appealed")}{" "}
              {t("dispute.split", { worker: format.money(decision.toWorkerFen), customer: format.money(decision.toCustomerFen) })}
            </b>
            <DecisionReasons decision={decision} />
          </div>
        ),
      )}
    </>
  );
}

function whenText({ service, startsAt, terms }: Dossier["order"], format: ReturnType<typeof useFormat>): string {
  const rate = `${format.span(terms.bookedMinutes)} × ${format.money(terms.rateFenPerHour)}`;
  if (service === null) return startsAt === null ? rate : `${format.dateTime(Date.parse(startsAt))} · ${rate}`;
  const from = Date.parse(service.startedAt);
  const when = service.finishedAt === null ? format.dateTime(from) : format.dateTimeRange(from, Date.parse(service.finishedAt));
  return `${when} · ${rate}`;
}
