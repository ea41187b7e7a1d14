import type { Person } from "@lingong/contracts";
import { AppLink, Panel, Timeline, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { shortCode } from "../money/account-label.ts";
import { addressOf } from "../shell/address.ts";
import classes from "./person.module.css";

/** Reliability events that count against a worker in the last 90 days, each with its order. */
export function FaultsPanel({ faults }: { readonly faults: Person["faults"] }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  return (
    <Panel title={t("person.faults")} aside={t("person.faultsAbout")}>
      {faults.length === 0 ? (
        <p className={classes.none}>{t("person.noFaults")}</p>
      ) : (
        <Timeline
          label={t("person.faults")}
          items={faults.map(({ at, kind, orderId }) => ({
            key: `${at} ${orderId}`,
            title: domain(`reliability.${kind as "no_show"}`, { defaultValue: kind }),
            detail: format.dateTime(Date.parse(at)),
            code: <AppLink href={addressOf(`/orders/${orderId}`)}>{shortCode(orderId)}</AppLink>,
            strong: true,
            tone: "warn",
          }))}
        />
      )}
    </Panel>
  );
}
