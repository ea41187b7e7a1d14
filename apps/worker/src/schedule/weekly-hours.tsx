import { useTRPC } from "@lingong/client/react";
import type { WeeklyHours as Hours } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, Panel, QueryView, useFormat } from "@lingong/ui";
import { Select, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { noonOf } from "../earnings/period.ts";
import classes from "./schedule.module.css";
import { hoursOf, timeChoices, withDay } from "./week.ts";

/** A Monday, for the names of the days. */
const monday = "2024-01-01";
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The hours one usually works: the day's activity is measured against them, nothing else. */
export function WeeklyHours() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queryKey = trpc.workers.weeklyHours.queryKey();
  const query = useQuery(trpc.workers.weeklyHours.queryOptions());
  const save = useMutation(
    trpc.workers.setWeeklyHours.mutationOptions({
      scope: { id: "weekly-hours" },
      onError: () => queryClient.invalidateQueries({ queryKey }),
      onSuccess: (saved) => {
        const newer = queryClient.isMutating({ mutationKey: trpc.workers.setWeeklyHours.mutationKey() }) > 1;
        if (!newer) queryClient.setQueryData(queryKey, saved);
        void queryClient.invalidateQueries({ queryKey: trpc.schedule.calendar.pathKey() });
      },
    }),
  );
  const change = (hours: Hours) => {
    queryClient.setQueryData(queryKey, hours);
    save.mutate({ hours });
  };
  return (
    <Panel title={t("week.title")} aside={t("week.aside")}>
      <QueryView query={query} isEmpty={() => false}>
        {(hours) => (
          <ul className={classes.week}>
            {weekdays.map((weekday) => (
              <li key={weekday}>
                <Day weekday={weekday} hours={hours} onChange={change} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {save.error !== null && <ErrorAlert {...knownErrorOf(save.error)} />}
      <p className={classes.second}>{t("week.hint")}</p>
    </Panel>
  );
}

interface DayProps {
  readonly weekday: (typeof weekdays)[number];
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

function Day({ weekday, hours, onChange }: DayProps) {
  const { t } = useTranslation("worker");
  const format = useFormat("UTC");
  const day = hoursOf(hours, weekday);
  const name = format.weekday(noonOf(monday) + (weekday - 1) * 86_400_000);
  return (
    <div className={classes.day}>
      <Switch
        size="lg"
        label={name}
        classNames={{ label: classes.name }}
        checked={day !== null}
        onChange={(event) => onChange(withDay(hours, weekday, event.currentTarget.checked ? { fromMinute: 8 * 60, toMinute: 18 * 60 } : null))}
      />
      {day === null ? (
        <span className={classes.second}>{t("week.off")}</span>
      ) : (
        <span className={classes.times}>
          <Select
            aria-label={t("week.from", { day: name })}
            classNames={{ input: classes.time }}
            rightSectionWidth={28}
            data={timeChoices(0, day.toMinute - 30)}
            value={String(day.fromMinute)}
            allowDeselect={false}
            onChange={(chosen) => onChange(withDay(hours, weekday, { ...day, fromMinute: Number(chosen) }))}
          />
          –
          <Select
            aria-label={t("week.to", { day: name })}
            classNames={{ input: classes.time }}
            rightSectionWidth={28}
            data={timeChoices(day.fromMinute + 30, 24 * 60)}
            value={String(day.toMinute)}
            allowDeselect={false}
            onChange={(chosen) => onChange(withDay(hours, weekday, { ...day, toMinute: Number(chosen) }))}
          />
        </span>
      )}
    </div>
  );
}
