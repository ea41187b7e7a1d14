import { useClient, useTRPC } from "@lingong/client/react";
import type { CalendarDay, SetDayHoursInput } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { ActionBar, ErrorAlert, knownErrorOf, useServerClock } from "@lingong/ui";
import { SegmentedControl, Select, Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./schedule.module.css";
import { type DayHours, timeChoices } from "./week.ts";

type Choice = "usual" | "other" | "off";
const choices = ["usual", "other", "off"] as const;

/** The day's hours as one span by its wall clock; eight to six where there are none. */
function spanOf(day: CalendarDay): DayHours {
  const from = Date.parse(day.from);
  const [first, last] = [day.hours[0], day.hours.at(-1)];
  if (first === undefined || last === undefined) return { fromMinute: 8 * 60, toMinute: 18 * 60 };
  const minute = (at: string) => Math.round((Date.parse(at) - from) / MINUTE / 30) * 30;
  return { fromMinute: Math.min(1_410, minute(first.from)), toMinute: Math.min(1_440, minute(last.to)) };
}

function choiceOf({ exception, hours }: CalendarDay): Choice {
  if (!exception) return "usual";
  return hours.length === 0 ? "off" : "other";
}

/** Other hours on this one day, or a day off on which no offers come. */
export function DayHoursForm({ day, onDone }: { readonly day: CalendarDay; readonly onDone: () => void }) {
  const { t } = useTranslation("worker");
  const [choice, setChoice] = useState<Choice>(() => choiceOf(day));
  const [span, setSpan] = useState(() => spanOf(day));
  const [resting, setResting] = useState(true);
  const save = useSaveDay(day, onDone);
  const ranges = choice === "other" ? [span] : [];
  const consequence = choice === "off" && resting ? t("dayHours.offConsequence") : t("dayHours.consequence");
  return (
    <div className={classes.form}>
      <SegmentedControl<Choice>
        fullWidth
        aria-label={t("dayHours.choose")}
        value={choice}
        onChange={setChoice}
        data={choices.map((value) => ({ value, label: t(`dayHours.choice.${value}`) }))}
      />
      {choice === "other" && <SpanFields span={span} onChange={setSpan} />}
      {choice === "off" && (
        <Switch size="lg" label={t("dayHours.rest")} checked={resting} onChange={(event) => setResting(event.currentTarget.checked)} />
      )}
      {save.error !== null && <ErrorAlert {...knownErrorOf(save.error)} />}
      <ActionBar
        placement="inline"
        consequence={consequence}
        primary={{
          label: t("dayHours.save"),
          loading: save.isPending,
          onClick: () => save.mutate({ hours: choice === "usual" ? null : { day: day.day, ranges }, rest: choice === "off" && resting }),
        }}
      />
    </div>
  );
}

function SpanFields({ span, onChange }: { readonly span: DayHours; readonly onChange: (span: DayHours) => void }) {
  const { t } = useTranslation("worker");
  return (
    <div className={classes.span}>
      <Select
        label={t("rest.from")}
        data={timeChoices(0, span.toMinute - 30)}
        value={String(span.fromMinute)}
        allowDeselect={false}
        onChange={(chosen) => onChange({ ...span, fromMinute: Number(chosen) })}
      />
      <Select
        label={t("rest.to")}
        data={timeChoices(span.fromMinute + 30, 24 * 60)}
        value={String(span.toMinute)}
        allowDeselect={false}
        onChange={(chosen) => onChange({ ...span, toMinute: Number(chosen) })}
      />
    </div>
  );
}

interface Wish {
  /** Null: as the week day again. */
  readonly hours: SetDayHoursInput | null;
  /** The whole day is rest as well: no offers, by the hard rule. */
  readonly rest: boolean;
}

function useSaveDay(day: CalendarDay, onDone: () => void) {
  const trpc = useTRPC();
  const { api } = useClient();
  const queryClient = useQueryClient();
  const readClock = useServerClock();
  const [id] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: async ({ hours, rest }: Wish) => {
      if (hours === null) await api.schedule.clearDayHours.mutate({ day: day.day });
      else await api.schedule.setDayHours.mutate(hours);
      const from = Math.max(Date.parse(day.from), readClock());
      if (rest) await api.workers.addRestBlock.mutate({ id, from: new Date(from).toISOString(), to: day.to });
    },
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: trpc.schedule.pathKey() }),
        queryClient.invalidateQueries({ queryKey: trpc.workers.pathKey() }),
      ]);
      onDone();
    },
  });
}
