import { useCity } from "@lingong/client/react";
import type { Overview } from "@lingong/contracts";
import { cityOf } from "@lingong/domain";
import { formatCount, type MapMarker, type MapViewProps, useDistrict, useFormat, useServerClock, useText } from "@lingong/ui";
import { IconExclamationMark } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { alertText, isUrgent } from "./alert-text.ts";
import { clusterSize, clustersOf, joinDistance, type Layer, shortagesOf } from "./map-points.ts";

const shortageMetres = 3_000;
/** Distances around the city's centre. */
const ringsMetres = [5_000, 10_000, 20_000, 30_000];
const emptyZoom = 10.5;

/** What lies on the map of a city: clusters of the chosen layer, shortages, alerts, and the names of its districts. */
export function useMapContent(overview: Overview, layer: Layer): Pick<MapViewProps, "markers" | "circles" | "labels" | "centre" | "zoom"> {
  const { t } = useTranslation("admin");
  const router = useRouter();
  const format = useFormat();
  const text = useText();
  const readClock = useServerClock();
  const district = useDistrict();
  const { cityId } = useCity();
  return useMemo(() => {
    const city = cityOf(cityId);
    const join = joinDistance(overview.points);
    const shortages = shortagesOf(overview.points, join);
    const named = (position: { lat: number; lng: number }, name: string | null) =>
      name !== null ? district(name) : t("map.at", { lat: position.lat.toFixed(2), lng: position.lng.toFixed(2) });
    const clusters: MapMarker[] = clustersOf(overview.points, layer, join).map(({ key, position, count, district: name }) => ({
      key,
      position,
      name: t(`map.cluster.${layer}`, { count, formatted: formatCount(count), place: named(position, name) }),
      text: formatCount(count),
      size: clusterSize(count),
      tone: "accent",
    }));
    const notices: MapMarker[] = shortages.map(({ key, position, count, district: name }) => ({
      key: `shortage ${key}`,
      position: { lat: position.lat - 0.027, lng: position.lng },
      name: t("map.shortage", { place: named(position, name), count }),
      text: t("map.shortage", { place: named(position, name), count }),
      tone: "notice",
    }));
    const alerts: MapMarker[] = overview.alerts.flatMap((alert) => {
      const { position, orderId } = alert;
      if (position === null || orderId === null || !isUrgent(alert, readClock())) return [];
      const { title } = alertText(alert, { t, format, now: readClock(), district });
      return [
        {
          key: alert.id,
          position,
          name: title,
          icon: IconExclamationMark,
          size: 32,
          tone: "warn" as const,
          onOpen: () => router.history.push(addressOf(`/orders/${orderId}`)),
        },
      ];
    });
    const markers = [...clusters, ...notices, ...alerts];
    return {
      markers,
      circles: [
        ...ringsMetres.map((radiusMetres) => ({
          key: `ring ${cityId} ${radiusMetres}`,
          position: city?.centre ?? overview.points[0]?.position ?? { lat: 0, lng: 0 },
          radiusMetres,
          kind: "ring" as const,
        })),
        ...shortages.map(({ key, position }) => ({ key, position, radiusMetres: shortageMetres, kind: "warn" as const })),
      ],
      labels: (city?.districts ?? []).map(({ name, centre }) => ({ key: name.en, position: centre, text: text(name).replace(/新?区$/, "") })),
      ...(markers.length === 0 && city !== null ? { centre: city.centre, zoom: emptyZoom } : {}),
    };
  }, [overview.points, overview.alerts, layer, cityId, t, format, text, district, readClock, router]);
}
