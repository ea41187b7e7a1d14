import { useCity, useTRPC } from "@lingong/client/react";
import { MINUTE } from "@lingong/domain";
import { useFormat, useServerNow } from "@lingong/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldHead } from "../components/field-head.tsx";
import { dayKey, instantOf, localDayOf } from "../new-order/form/local-time.ts";
import { nearDays } from "../new-order/form/slots.ts";
import classes from "./worker-profile.module.css";

export interface StartPickerProps {
  readonly workerId: string;
  readonly minutes: number;
  readonly chosen: number | null;
  readonly onPick: (at: number | null) => void;
}

const days = 5;
const noonMinutes = 720;

/** The next days and the half hours of the one chosen; what the worker's calendar does not allow is struck through. */
export function StartPicker({ workerId, minutes, chosen, onPick }: StartPickerProps) {
  const { t } = useTranslation("customer");
  const { city } = useCity();
  const now = useServerNow(MINUTE);
  const zone = city?.zone ?? "Asia/Shanghai";
  const format = useFormat(zone);
  const near = nearDays(now, zone, days);
  const [wanted, setWanted] = useState<string | null>(null);
  const day = near.find((one) => dayKey(one) === wanted) ?? near[0] ?? localDayOf(now, zone);
  const trpc = useTRPC();
  const starts = useQuery(
    trpc.workers.freeStarts.queryOptions({ workerId, day: dayKey(day), minutes }, { placeholderData: keepPreviousData, staleTime: 30_000 }),
  );
  const names = { day: useId(), start: useId() };
  const slots = starts.data?.starts ?? [];
  return (
    <>
      <div>
        <FieldHead aside={format.zoneName()}>{t("profile.date")}</FieldHead>
        <div className={classes.days} role="radiogroup" aria-label={t("profile.date")}>
          {near.map((one) => {
            const noon = instantOf(one, noonMinutes, zone);
            return (
              <label key={dayKey(one)} className={classes.day}>
                <input
                  type="radio"
                  name={names.day}
                  checked={dayKey(one) === dayKey(day)}
                  aria-label={format.dateWeekday(noon)}
                  onChange={() => {
                    setWanted(dayKey(one));
                    onPick(null);
                  }}
                />
                <small>{format.weekday(noon)}</small>
                <span>{one.day}</span>
              </label>
            );
          })}
        </div>
      </div>
      <div>
        <FieldHead>{t("profile.start")}</FieldHead>
        {starts.data !== undefined && slots.every(({ free }) => !free) && <p className={classes.quiet}>{t("profile.dayFull")}</p>}
        <div className={classes.slots} role="radiogroup" aria-label={t("profile.start")}>
          {slots.map(({ at, free, peak }) => (
            <label key={at} className={free ? classes.slot : `${classes.slot} ${classes.busy}`}>
              <input
                type="radio"
                name={names.start}
                disabled={!free}
                checked={chosen === Date.parse(at)}
                onChange={() => onPick(Date.parse(at))}
                aria-label={free ? format.time(Date.parse(at)) : `${format.time(Date.parse(at))}, ${t("profile.taken")}`}
              />
              <span>{format.time(Date.parse(at))}</span>
              {peak && free && <small>{t("profile.peak")}</small>}
            </label>
          ))}
        </div>
      </div>
    </>
  );
}
