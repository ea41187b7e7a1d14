import { useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useWizard } from "./draft/draft-context.tsx";
import { forecastOf } from "./form/scope.ts";
import classes from "./new-order.module.css";

/** Time and price to expect, beside the next step. */
export function Forecast() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { draft, category } = useWizard();
  const { fromFen, toFen, minutes } = forecastOf(draft.form, category);
  return (
    <div className={classes.forecast}>
      <span>{t("newOrder.forecast", { span: format.span(minutes) })}</span>
      <b>{fromFen === toFen ? format.money(fromFen) : format.moneyRange(fromFen, toFen)}</b>
    </div>
  );
}
