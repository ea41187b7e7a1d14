import { type Instant, MINUTE } from "@lingong/domain";
import { ChoiceChips, Panel, useFormat, useServerNow } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { addDays, dayFromKey, dayKey, instantOf, type LocalDay, localDayOf, minuteOfDay } from "../form/local-time.ts";
import { type DayPart, dayPartOf, dayParts, flagOf, nearDays, type Slot, slotsOf, startWindow } from "../form/slots.ts";
import classes from "../new-order.module.css";
import { QuestionHead } from "../question-head.tsx";

const daysShown = 7;

/** The start: as soon as possible, or a day and a half hour of the city's clock; peak and night are marked. */
export function StartCard() {
  const { t } = useTranslation("customer");
  const { draft, city } = useWizard();
  const format = useFormat(city.zone);
  const { form } = draft;
  return (
    <Panel dense>
      <QuestionHead title={t("place.start")} done={form.soon || form.startsAt !== null} aside={format.zoneName()} />
      <div className={classes.stack}>
        <ChoiceChips
          label={t("place.start")}
          columns={2}
          choices={[
            { value: "soon", label: t("place.soon") },
            { value: "planned", label: t("place.planned") },
          ]}
          value={form.soon ? "soon" : "planned"}
          onChange={(value) => draft.change({ soon: value === "soon" })}
        />
        {form.soon ? <p className={classes.text}>{t("place.soonText")}</p> : <DayAndSlot zone={city.zone} />}
      </div>
    </Panel>
  );
}

function DayAndSlot({ zone }: { readonly zone: string }) {
  const { t } = useTranslation("customer");
  const { draft } = useWizard();
  const now = useServerNow(MINUTE);
  const chosen = draft.form.startsAt === null ? null : Date.parse(draft.form.startsAt);
  const near = nearDays(now, zone, daysShown);
  const first = near.find((day) => slotsOf(day, now, zone).length > 0) ?? near[0];
  const [day, setDay] = useState<LocalDay | undefined>(chosen === null ? first : localDayOf(chosen, zone));
  const { latest } = startWindow(now);
  const pick = (next: LocalDay) => {
    setDay(next);
    if (chosen === null) return;
    const moved = instantOf(next, minuteOfDay(chosen, zone), zone);
    const possible = slotsOf(next, now, zone).some((slot) => slot.at === moved);
    draft.change({ startsAt: possible ? new Date(moved).toISOString() : null });
  };
  if (day === undefined) return null;
  return (
    <>
      <Days days={near} chosen={day} onPick={pick} zone={zone} now={now} />
      <DatePickerInput
        aria-label={t("place.otherDay")}
        placeholder={t("place.otherDay")}
        leftSection={<IconCalendar size={18} aria-hidden />}
        minDate={dayKey(near[0] ?? day)}
        maxDate={dayKey(addDays(localDayOf(latest, zone), 0))}
        valueFormat="YYYY-MM-DD"
        value={near.some((one) => dayKey(one) === dayKey(day)) ? null : dayKey(day)}
        onChange={(value) => {
          const next = value === null ? null : dayFromKey(value);
          if (next !== null) pick(next);
        }}
      />
      <Parts day={day} now={now} zone={zone} chosen={chosen} onPick={(at) => draft.change({ startsAt: new Date(at).toISOString() })} />
      {chosen !== null && <Flag at={chosen} zone={zone} />}
    </>
  );
}

interface DaysProps {
  readonly days: readonly LocalDay[];
  readonly chosen: LocalDay;
  readonly onPick: (day: LocalDay) => void;
  readonly zone: string;
  readonly now: Instant;
}

function Days({ days, chosen, onPick, zone, now }: DaysProps) {
  const { t } = useTranslation("customer");
  const format = useFormat(zone);
  const name = useId();
  const today = dayKey(localDayOf(now, zone));
  return (
    <div className={classes.days} role="radiogroup" aria-label={t("place.day")}>
      {days.map((day) => {
        const noon = instantOf(day, 720, zone);
        const key = dayKey(day);
        return (
          <label key={key} className={classes.day}>
            <input type="radio" name={name} checked={key === dayKey(chosen)} onChange={() => onPick(day)} aria-label={format.dateWeekday(noon)} />
            <small>{key === today ? format.day(noon, now) : format.weekday(noon)}</small>
            <span>{day.day}</span>
          </label>
        );
      })}
    </div>
  );
}

interface PartsProps {
  readonly day: LocalDay;
  readonly now: Instant;
  readonly zone: string;
  readonly chosen: Instant | null;
  readonly onPick: (at: Instant) => void;
}

/** The day in three parts, each with its half hours; the part that has the choice, or the first with any. */
function Parts({ day, now, zone, chosen, onPick }: PartsProps) {
  const { t } = useTranslation("customer");
  const all = (Object.keys(dayParts) as DayPart[]).map((part) => ({ part, slots: slotsOf(day, now, zone, part) }));
  const first = all.find(({ slots }) => slots.length > 0)?.part ?? "morning";
  const [wanted, setWanted] = useState<DayPart | null>(chosen === null ? null : dayPartOf(chosen, zone));
  const shown = all.find(({ part, slots }) => part === wanted && slots.length > 0) ?? all.find(({ part }) => part === first);
  if (shown === undefined || all.every(({ slots }) => slots.length === 0)) return <p className={classes.text}>{t("place.noSlots")}</p>;
  return (
    <>
      <SegmentedControl
        aria-label={t("place.partOfDay")}
        fullWidth
        value={shown.part}
        onChange={(value) => setWanted(all.find(({ part }) => part === value)?.part ?? null)}
        data={all.map(({ part, slots }) => ({ value: part, label: t(`place.${part}`), disabled: slots.length === 0 }))}
      />
      <Slots slots={shown.slots} chosen={chosen} onPick={onPick} zone={zone} />
    </>
  );
}

interface SlotsProps {
  readonly slots: readonly Slot[];
  readonly chosen: Instant | null;
  readonly onPick: (at: Instant) => void;
  readonly zone: string;
}

function Slots({ slots, chosen, onPick, zone }: SlotsProps) {
  const { t } = useTranslation("customer");
  const format = useFormat(zone);
  const name = useId();
  return (
    <div className={classes.slots} role="radiogroup" aria-label={t("place.time")}>
      {slots.map(({ at, flag }) => (
        <label key={at} className={classes.slot}>
          <input type="radio" name={name} checked={at === chosen} onChange={() => onPick(at)} />
          <span>{format.time(at)}</span>
          {flag !== null && <small>{t(`place.${flag}`)}</small>}
        </label>
      ))}
    </div>
  );
}

/** What a peak hour or a night visit means, once one is chosen. */
function Flag({ at, zone }: { readonly at: Instant; readonly zone: string }) {
  const { t } = useTranslation("customer");
  const flag = flagOf(at, zone);
  return flag === null ? null : <p className={classes.text}>{t(`place.${flag}Text`)}</p>;
}
