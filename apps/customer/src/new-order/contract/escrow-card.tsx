import type { Fen } from "@lingong/domain";
import { Panel, useFormat } from "@lingong/ui";
import { IconChevronRight, IconCircleCheck, IconLock, IconWallet } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import classes from "../new-order.module.css";

/** Where the money is, in three steps: prepaid, frozen, settled. */
export function EscrowCard({ prepaidFen }: { readonly prepaidFen: Fen }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const steps = [
    { icon: IconWallet, when: t("escrow.today"), what: t("escrow.prepay", { amount: format.money(prepaidFen) }) },
    { icon: IconLock, when: t("escrow.during"), what: t("escrow.frozen") },
    { icon: IconCircleCheck, when: t("escrow.after"), what: t("escrow.settled") },
  ];
  return (
    <Panel title={t("escrow.title")} aside={t("escrow.aside")}>
      <div className={classes.escrow}>
        {steps.map(({ icon: Glyph, when, what }, index) => (
          <Fragment key={when}>
            {index > 0 && <IconChevronRight size={16} aria-hidden className={classes.arrow} />}
            <div className={classes.escrowStep}>
              <span className={classes.escrowIcon}>
                <Glyph size={18} aria-hidden />
              </span>
              {when}
              <b>{what}</b>
            </div>
          </Fragment>
        ))}
      </div>
    </Panel>
  );
}
