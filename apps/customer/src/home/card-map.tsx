import type { TravelView } from "@lingong/contracts";
import { LiveDot, MapView } from "@lingong/ui";
import { useMediaQuery } from "@mantine/hooks";
import { IconHome, IconScooter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./live-order-card.module.css";

/** Where the worker is, on a desk: a phone's home loads no map. */
export function CardMap({ travel, name }: { readonly travel: TravelView; readonly name: string }) {
  const { t } = useTranslation("common");
  const desk = useMediaQuery("(min-width: 62em)", false);
  return (
    <div className={classes.map}>
      {desk && (
        <MapView
          still
          height="100%"
          coveredTop={36}
          markers={[
            { key: "home", position: travel.destination, name: t("map.destination"), icon: IconHome, tone: "ink", size: 32 },
            { key: "worker", position: travel.position, name, icon: IconScooter, tone: "accent" },
          ]}
          routes={[{ key: "way", points: [travel.position, travel.destination], kind: "ahead" }]}
        />
      )}
      <span className={classes.live}>
        <LiveDot>{t("connection.liveNow")}</LiveDot>
      </span>
    </div>
  );
}
