import { useTRPC } from "@lingong/client/react";
import { DAY, type Duration, HOUR, MINUTE } from "@lingong/domain";
import { ErrorAlert, knownErrorOf, useFormat, useServerNow } from "@lingong/ui";
import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconClockPlay } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "./clock-panel.module.css";

const steps = [
  { key: "minute", by: MINUTE },
  { key: "quarter", by: 15 * MINUTE },
  { key: "hour", by: HOUR },
  { key: "sixHours", by: 6 * HOUR },
  { key: "day", by: DAY },
  { key: "threeDays", by: 3 * DAY },
] as const satisfies readonly { readonly key: string; readonly by: Duration }[];

/** In development only: moves the server's clock forward, so that what waits for a time can be seen to happen. */
export function ClockPanel() {
  const trpc = useTRPC();
  const { data: clock } = useQuery(trpc.clock.now.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  return clock === undefined || clock.production ? null : <MovableClock />;
}

function MovableClock() {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [opened, { toggle, close }] = useDisclosure(false);
  const advance = useMutation(trpc.development.advanceClock.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }));
  return (
    <Popover opened={opened} onDismiss={close} position="top-start" width={280} trapFocus withRoles shadow="md">
      <Popover.Target>
        <button type="button" className={classes.open} onClick={toggle}>
          <IconClockPlay size={18} aria-hidden />
          {t("clock.title")}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.now}>
          <b>{format.timeSeconds(now)}</b>
          <span>{format.dateWeekday(now)}</span>
        </div>
        <div className={classes.steps}>
          {steps.map(({ key, by }) => (
            <Button
              key={key}
              variant="default"
              size="sm"
              loading={advance.isPending && advance.variables !== undefined && "byMs" in advance.variables && advance.variables.byMs === by}
              disabled={advance.isPending}
              onClick={() => advance.mutate({ byMs: by })}
            >
              {t(`clock.${key}`)}
            </Button>
          ))}
        </div>
        <p className={classes.about} role="status">
          {advance.data === undefined ? t("clock.about") : t("clock.fired", { count: advance.data.fired })}
        </p>
        {advance.error !== null && <ErrorAlert {...knownErrorOf(advance.error)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
