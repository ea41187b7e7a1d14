import { useTRPC } from "@lingong/client/react";
import type { TodayView } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, LiveDot, Panel, useFormat } from "@lingong/ui";
import { Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { allowSystemNotices, systemNoticesAllowed } from "../offer/system-notice.ts";
import { usePhoneRing } from "../offer/use-phone-ring.ts";
import { currentPosition } from "../position/current-position.ts";
import classes from "./today.module.css";

/** The online switch: whether offers come, how far, and how full the day is. */
export function OnlineCard({ today }: { readonly today: TodayView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [locating, setLocating] = useState(false);
  const [mayRing, setMayRing] = useState(systemNoticesAllowed);
  usePhoneRing(today.online && mayRing);
  const change = useMutation(
    trpc.workers.setOnline.mutationOptions({
      onSuccess: (answer) => {
        queryClient.setQueryData(trpc.workers.today.queryKey(), answer);
        void queryClient.invalidateQueries({ queryKey: trpc.accounts.me.queryKey() });
      },
    }),
  );
  const toggle = async (online: boolean) => {
    if (!online) return change.mutate({ online });
    void allowSystemNotices().then(setMayRing);
    setLocating(true);
    const position = await currentPosition();
    setLocating(false);
    change.mutate({ online, position });
  };
  const busy = locating || change.isPending;
  const planned = today.plannedMinutes > 0 ? t("today.planned", { span: format.span(today.plannedMinutes) }) : t("today.nothingPlanned");
  return (
    <Panel tone={today.online ? "live" : "plain"}>
      <div className={classes.online}>
        <div className={classes.onlineText}>
          <div className={classes.onlineHead}>
            <h2>{today.online ? t("today.online") : t("today.offline")}</h2>
            {today.online && <LiveDot>{t("today.live")}</LiveDot>}
          </div>
          <p className={classes.second}>
            {locating
              ? t("today.locating")
              : today.online
                ? t("today.onlineSecond", { distance: format.distance(today.radiusKm * 1_000), planned })
                : t("today.offlineSecond", { planned })}
          </p>
        </div>
        <Switch
          size="xl"
          checked={today.online}
          disabled={busy}
          onChange={(event) => void toggle(event.currentTarget.checked)}
          aria-label={t("today.switch")}
          classNames={{ track: classes.track }}
        />
      </div>
      {change.error !== null && <ErrorAlert {...knownErrorOf(change.error)} />}
    </Panel>
  );
}
