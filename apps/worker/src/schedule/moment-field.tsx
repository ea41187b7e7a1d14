import { DAY, HOUR, type Instant, MINUTE } from "@lingong/domain";
import { startOfLocalDay, useFormat, useServerNow } from "@lingong/ui";
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./schedule.module.css";

export interface MomentFieldProps {
  readonly label: string;
  readonly value: Instant;
  readonly onChange: (at: Instant) => void;
  readonly zone: string;
  /** How many days ahead may be chosen. */
  readonly days?: number;
}

const step = 15 * MINUTE;

/** A day and a time of it, in quarters, in the zone of the city: two lists that need no typing. */
export function MomentField({ label, value, onChange, zone, days = 21 }: MomentFieldProps) {
  const { t } = useTranslation("worker");
  const format = useFormat(zone);
  const now = useServerNow(MINUTE);
  const today = startOfLocalDay(now, zone);
  const day = startOfLocalDay(value, zone);
  const rounded = Math.round((value - day) / step) * step;
  const dayChoices = Array.from({ length: days }, (_, index) => startOfLocalDay(today + index * DAY + DAY / 2, zone)).map((at) => ({
    value: String(at),
    label: format.day(at + HOUR, now),
  }));
  const length = startOfLocalDay(day + DAY + DAY / 2, zone) - day;
  const timeChoices = Array.from({ length: length / step }, (_, index) => index * step).map((after) => ({
    value: String(after),
    label: format.time(day + after),
  }));
  return (
    <fieldset className={classes.moment}>
      <legend>{label}</legend>
      <Select
        aria-label={t("schedule.dayOf", { label })}
        data={dayChoices}
        value={String(day)}
        allowDeselect={false}
        onChange={(chosen) => onChange(Number(chosen) + rounded)}
      />
      <Select
        aria-label={t("schedule.timeOf", { label })}
        data={timeChoices}
        value={String(rounded)}
        allowDeselect={false}
        onChange={(chosen) => onChange(day + Number(chosen))}
      />
    </fieldset>
  );
}
