import { defaultPolicy, MINUTE } from "@lingong/domain";
import { ChoiceChips, NumberStepper, Panel, TwoLines, useFormat } from "@lingong/ui";
import { ActionIcon } from "@mantine/core";
import { IconCalendarTime, IconMinus, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { FieldHead } from "../../components/field-head.tsx";
import { useWizard } from "../draft/draft-context.tsx";
import { durationChoices, stepMinutesBy } from "../form/slots.ts";
import classes from "../new-order.module.css";
import { QuestionHead } from "../question-head.tsx";

const remoteAtMost = 60 * 24 * 30;

/** How long and how many people; what comes out on the city's clock. */
export function DurationCard() {
  const { t } = useTranslation("customer");
  const { draft, category, suggestion, city } = useWizard();
  const format = useFormat(city.zone);
  const { form } = draft;
  const minutes = form.minutes ?? suggestion.minutes;
  const bounds = { least: category.minimumMinutes, most: category.mode === "on_site" ? defaultPolicy.lifecycle.onSiteAtMostMinutes : remoteAtMost };
  const set = (next: number) => draft.change({ minutes: next });
  return (
    <Panel dense>
      <QuestionHead title={t("place.duration")} done aside={t("newOrder.suggests", { span: format.span(suggestion.minutes) })} />
      <div className={classes.stack}>
        <ChoiceChips
          label={t("place.duration")}
          choices={durationChoices(category.minimumMinutes, suggestion.minutes).map((one) => ({ value: String(one), label: format.span(one) }))}
          value={String(minutes)}
          onChange={(value) => set(Number(value))}
        />
        <div className={classes.pair}>
          <div>
            <FieldHead>{t("place.quarters")}</FieldHead>
            <div className={classes.stepper}>
              <ActionIcon aria-label={t("place.shorter")} disabled={minutes <= bounds.least} onClick={() => set(stepMinutesBy(minutes, -1, bounds))}>
                <IconMinus size={20} aria-hidden />
              </ActionIcon>
              <output aria-live="polite" className={classes.stepperValue}>
                {format.duration(minutes)}
              </output>
              <ActionIcon aria-label={t("place.longer")} disabled={minutes >= bounds.most} onClick={() => set(stepMinutesBy(minutes, 1, bounds))}>
                <IconPlus size={20} aria-hidden />
              </ActionIcon>
            </div>
          </div>
          <div>
            <FieldHead>{t("place.headcount")}</FieldHead>
            <NumberStepper
              label={t("place.headcount")}
              value={form.headcount}
              onChange={(headcount) => draft.change({ headcount: Math.round(headcount) })}
              least={1}
              most={defaultPolicy.lifecycle.headcountAtMost}
              unit={t("place.people", { count: form.headcount })}
            />
          </div>
        </div>
        <p className={classes.caption}>{t("place.minimum", { span: format.span(category.minimumMinutes) })}</p>
        {form.startsAt !== null && !form.soon && (
          <div className={classes.when}>
            <IconCalendarTime size={24} aria-hidden />
            <TwoLines
              title={format.dateTimeRange(Date.parse(form.startsAt), Date.parse(form.startsAt) + minutes * MINUTE)}
              detail={t("place.unusedBack")}
            />
          </div>
        )}
      </div>
    </Panel>
  );
}
