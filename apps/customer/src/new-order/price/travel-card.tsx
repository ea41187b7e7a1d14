import { defaultPolicy, timeAmount, travelAtMost } from "@lingong/domain";
import { Panel, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { MoneyInput } from "../../components/money-input.tsx";
import { useWizard } from "../draft/draft-context.tsx";
import { useRate } from "./use-rate.ts";

/** A travel compensation, earned on arrival; without commission, and limited. */
export function TravelCard() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { draft, suggestion } = useWizard();
  const { form } = draft;
  const { fen } = useRate();
  const baseFen = timeAmount(fen, form.minutes ?? suggestion.minutes, form.headcount);
  const most = travelAtMost(baseFen, defaultPolicy);
  return (
    <Panel title={t("price.travel")} aside={t("price.optional")}>
      <MoneyInput
        label={t("price.travelLabel")}
        description={t("price.travelText", { most: format.money(most) })}
        fen={form.travelFen}
        most={most}
        step={500}
        onChange={(travelFen) => draft.change({ travelFen })}
        error={form.travelFen > most ? t("price.travelTooHigh", { most: format.money(most) }) : undefined}
      />
    </Panel>
  );
}
