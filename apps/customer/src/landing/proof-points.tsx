import { defaultPolicy } from "@lingong/domain";
import { Panel, TwoLines, useFormat } from "@lingong/ui";
import { IconBook2, IconGavel, IconId, IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./landing.module.css";

/** Four reasons to trust it, with their numbers from the rule book. */
export function ProofPoints() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const cover = format.money(defaultPolicy.insurance.coverFen);
  const days = defaultPolicy.disputes.decidingWorkingDays;
  const points = [
    { icon: IconId, title: t("landing.proof.identity"), text: t("landing.proof.identityText") },
    { icon: IconShieldCheck, title: t("promise.insured", { cover }), text: t("promise.insuredText") },
    { icon: IconGavel, title: t("promise.dispute"), text: t("landing.proof.disputeText", { days }) },
    { icon: IconBook2, title: t("landing.proof.open"), text: t("landing.proof.openText") },
  ];
  return (
    <Panel>
      <ul className={classes.proofs}>
        {points.map(({ icon: Glyph, title, text }) => (
          <li key={title} className={classes.proof}>
            <Glyph size={26} stroke={1.75} aria-hidden />
            <TwoLines size="compact" title={title} detail={text} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
