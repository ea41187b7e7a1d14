import { Panel } from "@lingong/ui";
import { IconChevronRight, IconLock, IconMessageDots, IconSignature } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import classes from "../new-order.module.css";

/** How an order open to quotes goes, in three steps: signed, quoted for, chosen and prepaid. */
export function QuoteStepsCard() {
  const { t } = useTranslation("customer");
  const steps = [
    { icon: IconSignature, when: t("quotes.step.place"), what: t("quotes.step.placeText") },
    { icon: IconMessageDots, when: t("quotes.step.quote"), what: t("quotes.step.quoteText") },
    { icon: IconLock, when: t("quotes.step.choose"), what: t("quotes.step.chooseText") },
  ];
  return (
    <Panel title={t("quotes.how")} aside={t("quotes.howAside")}>
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
