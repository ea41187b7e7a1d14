import type { HallItem } from "@lingong/contracts";
import { Chip, type MapCircle, type MapMarker, MapView, useFormat, useText } from "@lingong/ui";
import { IconUser } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import { useToday } from "../today/use-today.ts";
import { type DemandChoice, DemandControl, useDemand } from "./demand-layer.tsx";
import classes from "./hall.module.css";

export interface HallMapProps {
  readonly items: readonly HallItem[];
  readonly radiusKm: number;
}

/** The hall's orders about where they are, with what each nets; the circle is how far the worker goes. */
export function HallMap({ items, radiusKm }: HallMapProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { worker } = useWorker();
  const { data: today } = useToday();
  const here = today?.position ?? worker.home;
  const circles = useMemo(
    (): MapCircle[] => (here === null ? [] : [{ key: "radius", kind: "radius", position: here, radiusMetres: radiusKm * 1_000 }]),
    [here, radiusKm],
  );
  const markers = useMemo((): MapMarker[] => {
    const jobs = items.flatMap(({ orderId, place, netFen, category, quoting }): MapMarker[] => {
      if (place === null) return [];
      const what = text(category.name);
      const at = { key: orderId, position: place.position };
      if (quoting !== null) {
        const onOpen = () => void navigate({ to: "/quotes/$orderId", params: { orderId } });
        return [{ ...at, name: t("quote.pin", { what }), text: t("quote.pinText"), tone: quoting.mine ? "plain" : "accent", onOpen }];
      }
      const onOpen = () => void navigate({ to: "/hall/$orderId", params: { orderId } });
      return [{ ...at, name: t("hall.pin", { what, net: format.money(netFen) }), text: format.money(netFen), tone: "plain", onOpen }];
    });
    return here === null ? jobs : [...jobs, { key: "here", position: here, name: t("today.here"), icon: IconUser, tone: "ink" }];
  }, [items, here, t, text, format, navigate]);
  const [choice, setChoice] = useState<DemandChoice>("off");
  const { areas, demand } = useDemand(choice);
  return (
    <div className={classes.mapColumn}>
      <div className={classes.map}>
        <MapView label={t("hall.mapLabel")} markers={markers} circles={circles} areas={areas} />
        <Chip className={classes.mapChip}>{t("hall.radius", { distance: format.distance(radiusKm * 1_000) })}</Chip>
      </div>
      <DemandControl choice={choice} onChoose={setChoice} demand={demand} />
    </div>
  );
}
