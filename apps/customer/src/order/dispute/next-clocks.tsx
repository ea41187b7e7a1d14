import { defaultPolicy, MINUTE } from "@lingong/domain";
import { Panel, Timeline, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";

/** What happens then: settled at once, evidence, decision, execution or one appeal. */
export function NextClocks() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { evidence, decidingWorkingDays, decidingWorkingDaysMost, decided } = defaultPolicy.disputes;
  return (
    <Panel title={t("dispute.next")} aside={format.zoneName()}>
      <Timeline
        label={t("dispute.next")}
        items={[
          { key: "now", title: t("dispute.clock.now"), code: t("dispute.clock.at"), strong: true },
          { key: "evidence", title: t("dispute.clock.evidence"), code: t("dispute.clock.before", { time: format.dateTime(now + evidence) }) },
          {
            key: "deciding",
            title: t("dispute.clock.deciding", { most: decidingWorkingDaysMost }),
            code: t("dispute.clock.days", { days: decidingWorkingDays }),
          },
          { key: "decided", title: t("dispute.clock.decided"), code: t("dispute.clock.hours", { hours: decided / (60 * MINUTE) }) },
        ]}
      />
    </Panel>
  );
}
