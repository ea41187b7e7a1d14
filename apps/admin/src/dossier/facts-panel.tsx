import type { Dossier, OrderView } from "@lingong/contracts";
import { Countdown, type MoneyLine, MoneyList, Panel, useDistrict, useFormat, useServerNow, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";
import { PersonLine } from "../components/person-line.tsx";
import { deadlineName } from "./deadline-name.ts";
import classes from "./dossier.module.css";

/** What was ordered, between whom, and where its money is. */
export function FactsPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  const district = useDistrict();
  const { order, customer, worker } = dossier;
  const { terms } = order;
  const place = order.address === null ? domain("mode.remote") : district(order.address.district);
  return (
    <Panel title={t("dossier.titleOf", { category: text(order.category.name), place })}>
      <p className={classes.when}>{whenText(order, format)}</p>
      <div className={classes.parties}>
        <PersonLine id={customer.id} name={customer.name} detail={t("dossier.customer")} />
        {worker === null ? (
          <p className={classes.nobody}>{t("dossier.nobody")}</p>
        ) : (
          <PersonLine
            id={worker.id}
            name={worker.name}
            detail={workerText(order.counterpart, t, format)}
            imageUrl={order.counterpart?.avatarUrl}
            tone="accent"
          />
        )}
      </div>
      <Facts
        facts={[
          { key: "price", label: t("dossier.price"), value: priceText(order, t, format) },
          { key: "pricing", label: t("dossier.pricing"), value: domain(`pricing.${terms.pricing}`) },
          { key: "address", label: t("dossier.address"), value: order.address?.line ?? null },
          { key: "note", label: t("dossier.note"), value: terms.note },
          {
            key: "insurance",
            label: t("dossier.insurance"),
            value: order.insurance === null ? null : domain(`insuranceTier.${order.insurance.tier}`),
          },
          {
            key: "ended",
            label: t("dossier.ended"),
            value: order.endCause === null ? null : t(`endCause.${order.endCause as "confirmed"}`, { defaultValue: order.endCause }),
          },
        ]}
      />
    </Panel>
  );
}

type T = ReturnType<typeof useTranslation<"admin">>["t"];
type F = ReturnType<typeof useFormat>;

function whenText({ startsAt, endsAt, authorisedMinutes }: OrderView, format: F): string {
  if (startsAt === null) return format.duration(authorisedMinutes);
  const from = Date.parse(startsAt);
  return endsAt === null ? format.dateTime(from) : format.dateTimeRange(from, Date.parse(endsAt));
}

function priceText({ terms }: OrderView, t: T, format: F): string {
  return t("dossier.formula", {
    rate: format.money(terms.rateFenPerHour),
    duration: format.span(terms.bookedMinutes),
    people: format.people(terms.headcount),
  });
}

function workerText(card: OrderView["counterpart"], t: T, format: F): string {
  if (card === null || card.role !== "worker") return t("dossier.worker");
  return t("dossier.workerDetail", { level: card.level ?? 1, standing: format.count(card.standing ?? 0), count: card.completedOrders });
}

/** Where the money of the order is: what came in, what went out, what is held. */
export function MoneyPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const { order, escrowFen } = dossier;
  const { prepaidFen, workerNetFen, commissionFen, refundedFen, heldFen } = order.money;
  const lines: readonly MoneyLine[] = [
    { key: "prepaid", label: t("dossier.prepaid"), fen: prepaidFen, tone: "strong" },
    { key: "worker", label: t("dossier.toWorker"), fen: workerNetFen },
    { key: "commission", label: t("dossier.commission"), fen: commissionFen },
    { key: "refunded", label: t("dossier.refunded"), fen: refundedFen },
    { key: "held", label: t("dossier.held"), fen: heldFen, tone: heldFen > 0 ? "strong" : "plain" },
  ];
  return (
    <Panel title={t("dossier.money")}>
      <MoneyList lines={lines} />
      {escrowFen !== heldFen && <EscrowDiffers escrowFen={escrowFen} />}
    </Panel>
  );
}

function EscrowDiffers({ escrowFen }: { readonly escrowFen: number }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <p role="alert" className={classes.differs}>
      {t("dossier.escrowDiffers", { money: format.money(escrowFen) })}
    </p>
  );
}

/** The order's own clock: what is left of it, and what happens when it ends. */
export function OrderClock({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow(60_000);
  if (order.deadline === null) return null;
  const at = Date.parse(order.deadline.at);
  return (
    <Countdown until={at} size={14}>
      {t("dossier.then", { what: deadlineName(order.deadline.what, t), time: format.shortMoment(at, now) })}
    </Countdown>
  );
}
