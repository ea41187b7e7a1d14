import { useOrderLive } from "@lingong/client/react";
import type { Position } from "@lingong/domain";
import { LiveDot, MapView, useFormat, useServerNow } from "@lingong/ui";
import { IconCar, IconHome, IconScooter, IconTrain } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

const glyphs = { ebike: IconScooter, car: IconCar, transit: IconTrain } as const;

/** The worker's last place: from the socket while it is newer than what was fetched. */
function useWorkerPlace(): { readonly position: Position; readonly at: number } | null {
  const { order } = useOrder();
  const live = useOrderLive(order.id);
  const { travel } = order;
  if (travel === null) return null;
  const fetched = { position: travel.position, at: Date.parse(travel.at) };
  return live !== null && Date.parse(live.at) > fetched.at ? { position: live.position, at: Date.parse(live.at) } : fetched;
}

/** Where the worker is and where the work is, with the way between. */
export function TravelMap() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const place = useWorkerPlace();
  const { address, travel, counterpart } = order;
  const map = useMemo(() => {
    if (address === null || place === null) return null;
    return {
      markers: [
        { key: "home", position: address.position, name: address.line ?? address.district, icon: IconHome, tone: "ink" as const, named: true },
        {
          key: "worker",
          position: place.position,
          name: counterpart?.name ?? t("worker"),
          icon: glyphs[travel?.mode ?? "ebike"],
          tone: "accent" as const,
          size: 40,
        },
      ],
      routes: [{ key: "way", points: [place.position, address.position], kind: "ahead" as const }],
    };
  }, [address, place, travel, counterpart, t]);
  return map === null ? null : <MapView label={t("order.map")} markers={map.markers} routes={map.routes} covered={16} />;
}

/** `位置实时 4 秒前`. */
export function LiveChip() {
  const { t } = useTranslation("common");
  const place = useWorkerPlace();
  const format = useFormat();
  const now = useServerNow();
  if (place === null) return null;
  return (
    <span className={classes.liveChip}>
      <LiveDot>{t("connection.liveNow")}</LiveDot>
      {format.ago(place.at, now)}
    </span>
  );
}
