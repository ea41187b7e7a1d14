import type { JobView } from "@lingong/contracts";
import { Chip, type MapCircle, type MapMarker, type MapRoute, MapView, useDistrict, useFormat } from "@lingong/ui";
import { type Icon, IconBus, IconCar, IconMapPin, IconScooter } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { Trans, useTranslation } from "react-i18next";
import classes from "./offer.module.css";

export const travelIcons: Readonly<Record<JobView["travelMode"], Icon>> = { ebike: IconScooter, car: IconCar, transit: IconBus };

export interface JobMapProps {
  readonly job: JobView;
  /** Over the map, at its left. */
  readonly lead?: ReactNode;
}

/** About where it is: a blurred place, the way there, how far and how long. Nothing for remote work. */
export function JobMap({ job, lead }: JobMapProps) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const district = useDistrict();
  const { place, workerPosition: here, travelMode, distanceMetres, travelMinutes } = job;
  const drawn = useMemo((): { markers: MapMarker[]; circles: MapCircle[]; routes: MapRoute[] } => {
    if (place === null) return { markers: [], circles: [], routes: [] };
    const circles: MapCircle[] = [{ key: "blur", kind: "blur", position: place.position, radiusMetres: place.radiusMetres }];
    const there: MapMarker = {
      key: "place",
      position: place.position,
      name: t("offer.about", { district: district(place.district) }),
      icon: IconMapPin,
    };
    if (here === null) return { markers: [there], circles, routes: [] };
    const me: MapMarker = { key: "me", position: here, name: t("today.here"), tone: "ink", icon: travelIcons[travelMode] };
    return { markers: [me, there], circles, routes: [{ key: "way", kind: "ahead", points: [here, place.position] }] };
  }, [place, here, travelMode, district, t]);
  if (place === null) return null;
  const travel = travelMinutes === null ? "" : t("offer.travel", { mode: domain(`travelMode.${travelMode}`), span: format.span(travelMinutes) });
  return (
    <div className={classes.map}>
      <MapView still label={t("offer.map")} covered={36} coveredTop={64} {...drawn} />
      <div className={classes.overMap}>
        {lead}
        {distanceMetres !== null && (
          <Chip className={classes.pill}>
            <span>
              <Trans t={t} i18nKey="offer.far" values={{ distance: format.distance(distanceMetres), travel }} components={{ b: <b /> }} />
            </span>
          </Chip>
        )}
        <Chip className={`${classes.pill} ${classes.last}`}>{t("offer.doorLater")}</Chip>
      </div>
    </div>
  );
}
