import type { Person } from "@lingong/contracts";
import { AppLink, Level, Panel, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";
import { addressOf } from "../shell/address.ts";
import classes from "./person.module.css";
import { VerificationChip } from "./verification-chip.tsx";

/** How a worker stands: level, standing, completed orders, wallet and real-name check. */
export function WorkerPanel({ person }: { readonly person: Person }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { verification, walletFen } = person;
  return (
    <Panel title={t("person.asWorker")} aside={person.level !== null && <Level level={person.level} />}>
      <dl className={classes.figures}>
        <div>
          <dt>{t("people.standing")}</dt>
          <dd>{format.count(person.standing ?? 0)}</dd>
        </div>
        <div>
          <dt>{t("people.completed")}</dt>
          <dd>{format.count(person.completedOrders)}</dd>
        </div>
        <div>
          <dt>{t("person.faultCount")}</dt>
          <dd>{format.count(person.faults.length)}</dd>
        </div>
      </dl>
      <Facts
        facts={[
          {
            key: "wallet",
            label: t("person.wallet"),
            value:
              walletFen === null ? null : (
                <AppLink href={addressOf(`/money/journal?account=${encodeURIComponent(`worker:${person.id}`)}`)}>{format.money(walletFen)}</AppLink>
              ),
          },
          {
            key: "verification",
            label: t("people.verification"),
            value: verification === null ? null : <VerificationChip state={verification.state} />,
          },
          {
            key: "receipts",
            label: t("dispatch.title"),
            value: <AppLink href={addressOf(`/dispatch/workers/${person.id}`)}>{t("dispatch.allOfWorker")}</AppLink>,
          },
          { key: "refused", label: t("person.refused"), value: verification?.refusedReason ?? null },
        ]}
      />
    </Panel>
  );
}
