import { MINUTE } from "@lingong/domain";
import { AppLink, TwoLines, useDistrict, useFormat, useServerNow } from "@lingong/ui";
import { type Icon, IconAlertCircle, IconBolt, IconCashOff, IconClockExclamation, IconGavel, IconShieldExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import classes from "./alert-list.module.css";
import { type Alert, alertText, byUrgency, isUrgent } from "./alert-text.ts";

const icons: Readonly<Record<Alert["kind"], Icon>> = {
  overdue_deadline: IconAlertCircle,
  worker_late: IconClockExclamation,
  no_worker: IconBolt,
  failed_payout: IconCashOff,
  dispute_escalated: IconGavel,
  dispute_unassigned: IconGavel,
  code_request: IconShieldExclamation,
};

export interface AlertListProps {
  readonly alerts: readonly Alert[];
  /** No more rows than these. */
  readonly most: number;
  /** Called when one is followed: a popover closes. */
  readonly onOpen?: () => void;
}

/** What asks for a look, the urgent and the oldest first; each leads to its order. */
export function AlertList({ alerts, most, onOpen }: AlertListProps) {
  const { t } = useTranslation("admin");
  const now = useServerNow(MINUTE);
  if (alerts.length === 0) return <p className={classes.none}>{t("alerts.none")}</p>;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only notes that one of its links was followed
    <ul className={classes.list} onClick={onOpen}>
      {byUrgency(alerts, now)
        .slice(0, most)
        .map((alert) => (
          <li key={alert.id}>
            <AlertRow alert={alert} />
          </li>
        ))}
    </ul>
  );
}

function AlertRow({ alert }: { readonly alert: Alert }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const district = useDistrict();
  const now = useServerNow();
  const { title, detail, lasted } = alertText(alert, { t, format, now, district });
  const Glyph = icons[alert.kind];
  const content = (
    <>
      <Glyph size={22} aria-hidden className={classes.icon} />
      <TwoLines size="dense" grow title={title} detail={detail} />
      <span className={classes.lasted}>{lasted}</span>
    </>
  );
  const urgent = isUrgent(alert, now) ? true : undefined;
  if (alert.orderId === null) {
    return (
      <div className={classes.row} data-urgent={urgent}>
        {content}
      </div>
    );
  }
  return (
    <AppLink href={addressOf(`/orders/${alert.orderId}`)} className={classes.row} data-urgent={urgent}>
      {content}
    </AppLink>
  );
}
