import { useTRPC } from "@lingong/client/react";
import type { RouteView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { CardSkeleton, Loading, Panel, QueryView, StateView, useFormat, useServerNow, ZoneProvider } from "@lingong/ui";
import { IconMapOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import classes from "./route.module.css";
import { RouteLegs } from "./route-legs.tsx";
import { RouteMap } from "./route-map.tsx";

/** Where to go today, in which order, and whether it all can be kept. */
export function RoutePage() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const now = useServerNow(MINUTE);
  const query = useQuery(trpc.schedule.route.queryOptions(undefined, { refetchInterval: MINUTE }));
  const format = useFormat(query.data?.zone);
  return (
    <Screen
      title={t("route.title")}
      subtitle={t("today.subtitle", { date: format.dateWeekday(now), zone: format.zoneName() })}
      backTo="/"
      width="wide"
    >
      <QueryView query={query} skeleton={<RouteSkeleton />} isEmpty={({ stops }) => stops.length === 0} empty={<NoRoute />}>
        {(route) => (
          <ZoneProvider zone={route.zone}>
            <Columns main={<Overview route={route} />} side={<RouteLegs route={route} />} />
          </ZoneProvider>
        )}
      </QueryView>
    </Screen>
  );
}

function Overview({ route }: { readonly route: RouteView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  return (
    <Panel flush>
      <RouteMap route={route} />
      <p className={classes.sum}>
        <b>{t("route.line", { count: route.stops.length, travel: format.span(route.travelMinutes) })}</b>
        {route.endsAt !== null && <span>{t("route.endsAt", { time: format.time(Date.parse(route.endsAt)) })}</span>}
      </p>
      <p className={classes.note}>{route.from === null ? t("route.noPosition") : t("route.explained")}</p>
    </Panel>
  );
}

function NoRoute() {
  const { t } = useTranslation("worker");
  return (
    <Panel>
      <StateView icon={IconMapOff} title={t("route.emptyTitle")}>
        {t("route.emptyBody")}
      </StateView>
    </Panel>
  );
}

function RouteSkeleton() {
  return (
    <Loading>
      <Columns main={<CardSkeleton lines={8} />} side={<CardSkeleton lines={6} />} />
    </Loading>
  );
}
