import { defaultPolicy, HOUR } from "@lingong/domain";
import { deadlineText, Panel, Timeline, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** What happens then, each with its end as the server counts it: settled at once, evidence, decision, execution or one appeal. */
export function NextClocks() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { order } = useOrder();
  const clocks = order.disputeClocks;
  if (clocks === null) return null;
  const before = (instant: string) => t("dispute.clock.before", { time: deadlineText(format, Date.parse(instant)) });
  return (
    <Panel title={t("dispute.next")} aside={format.zoneName()}>
      <Timeline
        label={t("dispute.next")}
        items={[
          { key: "now", title: t("dispute.clock.now"), code: t("dispute.clock.at"), strong: true },
          { key: "evidence", title: t("dispute.clock.evidence"), code: before(clocks.evidenceEndsAt) },
          {
            key: "deciding",
            title: t("dispute.clock.deciding", { latest: format.date(Date.parse(clocks.latestAt) - 1) }),
            code: before(clocks.decidesAt),
          },
          { key: "decided", title: t("dispute.clock.decided"), code: t("dispute.clock.hours", { hours: defaultPolicy.disputes.decided / HOUR }) },
        ]}
      />
      {clocks.unpublishedYears.length > 0 && (
        <p className={classes.quiet}>{t("dispute.clock.unpublished", { years: clocks.unpublishedYears.join(" ") })}</p>
      )}
    </Panel>
  );
}
