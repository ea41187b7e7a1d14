import type { JobView } from "@lingong/contracts";
import { BottomSheet, ListRow, Panel, TrustCard, useDistrict, useFormat, useText } from "@lingong/ui";
import { IconFileText, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScopeList } from "../job/scope/scope-list.tsx";
import classes from "./offer.module.css";

/** The customer at a glance: never more than one may know before accepting. */
export function CustomerCard({ job }: { readonly job: JobView }) {
  const { customer, place } = job;
  const district = useDistrict();
  return (
    <TrustCard
      name={customer.name}
      rating={customer.starsHundredths === null ? null : customer.starsHundredths / 100}
      district={place === null ? undefined : district(place.district)}
      together={customer.together}
      completed={customer.completedOrders}
      reviewed={customer.reviewCount}
      cancelled={customer.cancellations}
      disputesLost={customer.disputesLost}
      flags={job.flags}
    />
  );
}

/** What is to be done, question by question, with the customer's note and pictures; and the contract that accepting signs. */
export function ScopeCard({ job }: { readonly job: JobView }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const [open, setOpen] = useState(false);
  const { terms, contract } = job;
  return (
    <Panel title={t("offer.scope")}>
      <ScopeList terms={terms} />
      <ListRow
        icon={IconFileText}
        title={t("offer.contract", { count: contract.clauses.length })}
        detail={t("offer.contractSigned")}
        onClick={() => setOpen(true)}
      />
      <BottomSheet opened={open} onClose={() => setOpen(false)} title={t("offer.contractTitle")}>
        <ol className={classes.clauses}>
          {contract.clauses.map((clause) => (
            <li key={clause.key}>
              <h3>{text(clause.title)}</h3>
              <p>{text(clause.text)}</p>
            </li>
          ))}
        </ol>
        <p className={classes.hash}>{t("offer.hash", { hash: contract.hash.slice(0, 16) })}</p>
      </BottomSheet>
    </Panel>
  );
}

/** What the rules want to be said before a yes: the day is long, or the price war goes on. */
export function Warnings({ job }: { readonly job: JobView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const lines = [
    job.workedTodayMinutes >= restPromptMinutes ? t("offer.restFirst", { span: format.span(job.workedTodayMinutes) }) : null,
    job.priceWarWarning ? t("offer.priceWar") : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <Panel tone="well">
      {lines.map((line) => (
        <p key={line} className={classes.warning}>
          <IconInfoCircle size={20} aria-hidden />
          {line}
        </p>
      ))}
    </Panel>
  );
}

/** From eight hours a day on one is asked to rest before more (§6). */
const restPromptMinutes = 8 * 60;
