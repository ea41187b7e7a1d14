import type { OrderView } from "@lingong/contracts";
import { Countdown, LiveDot, type MapMarker, type MapRoute, MapView, Panel, useFormat } from "@lingong/ui";
import { IconMapPin } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { travelIcons } from "../../offer/job-map.tsx";
import { usePositionReporting } from "../../position/position-reports.tsx";
import { isTold } from "../deadline-text.ts";
import type { Job } from "../use-job.ts";
import classes from "./panels.module.css";

/** On the way: the map, when one will be there, and what happens otherwise. */
export function TravelPanel({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { access } = usePositionReporting();
  const { order } = job;
  const drawn = useDrawn(order);
  const start = order.workingStart ?? order.startsAt;
  const arrival = order.travel === null ? null : Date.parse(order.travel.arrivesAt);
  return (
    <Panel flush>
      {order.address !== null && (
        <div className={classes.travelMap}>
          <MapView still label={t("travel.map")} {...drawn} />
        </div>
      )}
      <div className={classes.padded}>
        <h2 className={classes.lead}>{arrival === null ? t("travel.onTheWay") : t("travel.arrives", { time: format.time(arrival) })}</h2>
        <p className={classes.second}>
          {[
            order.travel === null
              ? ""
              : t("travel.left", { distance: format.distance(order.travel.distanceMetres), span: format.span(order.travel.travelMinutes) }),
            start === null ? "" : t("travel.start", { time: format.time(Date.parse(start)) }),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
        {order.deadline !== null && isTold(order.deadline.what) && (
          <Countdown until={Date.parse(order.deadline.at)}>{t(`deadlineLeft.${order.deadline.what}`)}</Countdown>
        )}
        <p className={classes.live}>{access === "granted" ? <LiveDot>{t("travel.sharing")}</LiveDot> : t("travel.notSharing")}</p>
      </div>
    </Panel>
  );
}

function useDrawn({ address, travel }: OrderView): { readonly markers: MapMarker[]; readonly routes: MapRoute[] } {
  const { t } = useTranslation("worker");
  const { here } = usePositionReporting();
  return useMemo(() => {
    if (address === null) return { markers: [], routes: [] };
    const place: MapMarker = { key: "place", position: address.position, name: address.line ?? address.district, icon: IconMapPin, tone: "ink" };
    const me = here ?? travel?.position ?? null;
    if (me === null) return { markers: [place], routes: [] };
    const mine: MapMarker = { key: "me", position: me, name: t("today.here"), icon: travelIcons[travel?.mode ?? "ebike"] };
    return { markers: [place, mine], routes: [{ key: "way", kind: "ahead", points: [me, address.position] }] };
  }, [address, travel, here, t]);
}
