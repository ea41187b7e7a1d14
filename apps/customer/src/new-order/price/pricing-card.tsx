import { defaultPolicy, HOUR } from "@lingong/domain";
import { ChoiceTile, Panel, useServerNow } from "@lingong/ui";
import { IconMessageDots, IconTag } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import classes from "../new-order.module.css";

/** Whether the start is far enough ahead for quotes (§2: at least four hours). */
export function useQuotesPossible(): boolean {
  const { draft } = useWizard();
  const now = useServerNow(HOUR / 60);
  const { soon, startsAt } = draft.form;
  return !soon && startsAt !== null && Date.parse(startsAt) - now >= defaultPolicy.lifecycle.quotedAhead;
}

/** A price of one's own, or quotes from workers. Somebody booked by name is asked at a price of one's own. */
export function PricingCard() {
  const { t } = useTranslation("customer");
  const name = useId();
  const { draft } = useWizard();
  const possible = useQuotesPossible();
  if (draft.form.direct !== null) return null;
  const choose = (value: string) => draft.change({ pricing: value === "quotes" ? "quotes" : "fixed" });
  const { pricing } = draft.form;
  return (
    <Panel title={t("pricing.title")}>
      <div className={classes.stack}>
        <ChoiceTile name={name} value="fixed" icon={IconTag} checked={pricing === "fixed"} onChange={choose} title={t("pricing.fixed")}>
          {t("pricing.fixedText")}
        </ChoiceTile>
        <ChoiceTile name={name} value="quotes" icon={IconMessageDots} checked={pricing === "quotes"} onChange={choose} title={t("pricing.quotes")}>
          {t(possible || pricing === "fixed" ? "pricing.quotesText" : "pricing.notSoon")}
        </ChoiceTile>
      </div>
    </Panel>
  );
}
