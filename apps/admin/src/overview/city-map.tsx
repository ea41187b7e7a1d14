import type { Overview } from "@lingong/contracts";
import { IconAlertCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LayeredMap } from "../components/layered-map.tsx";
import { useDesk } from "../shell/use-desk.ts";
import classes from "./city-map.module.css";
import type { Layer } from "./map-points.ts";
import { useMapContent } from "./use-map-content.ts";

const layers: readonly Layer[] = ["in_progress", "waiting", "worker"];

/** Where orders and workers are, in counts; where somebody is missing; where something asks for a look. */
export function CityMap({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("admin");
  const [layer, setLayer] = useState<Layer>("in_progress");
  const content = useMapContent(overview, layer);
  const desk = useDesk();
  return (
    <LayeredMap
      label={t("map.title")}
      minHeight={desk ? 380 : 400}
      map={{ covered: desk ? 44 : 66, ...content }}
      layers={{ label: t("map.layers"), value: layer, data: layers.map((value) => ({ value, label: t(`map.${value}`) })) }}
      onLayer={(value) => setLayer(value as Layer)}
    >
      <ul className={classes.legend}>
        <li>
          <span className={classes.dot} aria-hidden="true" />
          {t(`map.legend.${layer}`)}
        </li>
        <li className={classes.warn}>
          <span className={classes.ring} aria-hidden="true" />
          {t("map.legend.shortage")}
        </li>
        <li className={classes.warn}>
          <IconAlertCircle size={16} aria-hidden />
          {t("map.legend.alert")}
        </li>
      </ul>
    </LayeredMap>
  );
}
