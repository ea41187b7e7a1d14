import { defaultPolicy } from "@lingong/domain";
import { Panel, TwoLines, useFormat } from "@lingong/ui";
import { IconGavel, IconLock, IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./home-cards.module.css";

/** What protects every order, in one line on a phone and three on a desk. */
export function Promises() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const cover = format.money(defaultPolicy.insurance.coverFen);
  const days = defaultPolicy.disputes.decidingWorkingDays;
  const cards = [
    { icon: IconLock, title: t("promise.escrow"), text: t("promise.escrowText") },
    { icon: IconShieldCheck, title: t("promise.insured", { cover }), text: t("promise.insuredText") },
    { icon: IconGavel, title: t("promise.dispute"), text: t("promise.disputeText", { days }) },
  ];
  return (
    <>
      <p className={classes.promises}>
        <IconShieldCheck size={16} aria-hidden />
        {t("promise.line", { cover })}
      </p>
      <Panel className={classes.promiseCards}>
        {cards.map(({ icon: Glyph, title, text }) => (
          <div key={title} className={classes.promise}>
            <Glyph size={24} aria-hidden />
            <TwoLines size="dense" title={title} detail={text} />
          </div>
        ))}
      </Panel>
    </>
  );
}
