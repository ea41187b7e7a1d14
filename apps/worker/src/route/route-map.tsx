import type { RouteView } from "@lingong/contracts";
import { type MapMarker, type MapRoute, MapView, useFormat } from "@lingong/ui";
import { IconScooter } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import classes from "./route.module.css";

/** The stops by their number and time, and the way between them. */
export function RouteMap({ route }: { readonly route: RouteView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { from, stops } = route;
  const routes = useMemo((): MapRoute[] => {
    const points = [...(from === null ? [] : [from.position]), ...stops.map(({ position }) => position)];
    return [{ key: "ahead", kind: "ahead", points }];
  }, [from, stops]);
  const markers: MapMarker[] = stops.map(({ orderId, position, title, agreedAt, lateMinutes }, index) => ({
    key: orderId,
    position,
    name: title,
    tone: lateMinutes > 0 ? "warn" : index === 0 ? "accent" : "plain",
    text: t("today.stop", { number: index + 1, time: format.time(Date.parse(agreedAt)) }),
  }));
  if (from !== null)
    markers.push({
      key: "here",
      position: from.position,
      name: from.orderId === null ? t("today.here") : t("route.atWork"),
      icon: IconScooter,
      tone: "ink",
      size: 32,
    });
  return (
    <div className={classes.map}>
      <MapView label={t("today.route")} markers={markers} routes={routes} />
    </div>
  );
}
