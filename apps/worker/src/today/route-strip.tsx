import type { DayBlock, TodayView } from "@lingong/contracts";
import { MINUTE, type Position } from "@lingong/domain";
import { type MapMarker, type MapRoute, MapView, useFormat, useServerNow } from "@lingong/ui";
import { IconScooter } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import classes from "./today.module.css";

interface Stop {
  readonly orderId: string;
  readonly position: Position;
  readonly from: number;
  readonly over: boolean;
  readonly next: boolean;
  readonly name: string;
}

function stopsOf(blocks: readonly DayBlock[], now: number): readonly Stop[] {
  return blocks.flatMap((block) =>
    block.kind === "order" && block.position !== null
      ? [
          {
            orderId: block.orderId,
            position: block.position,
            from: Date.parse(block.from),
            over: Date.parse(block.to) <= now && !block.next,
            next: block.next,
            name: block.title,
          },
        ]
      : [],
  );
}

/** The day's places in their order on a strip of map: what is done dotted, what comes solid. Its height is kept while it loads. */
export function RouteStrip({ today }: { readonly today: TodayView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const here = today.position;
  const stops = useMemo(() => stopsOf(today.blocks, now), [today.blocks, now]);
  const routes = useMemo((): MapRoute[] => {
    const done = stops.filter(({ over }) => over).map(({ position }) => position);
    const ahead = stops.filter(({ over }) => !over).map(({ position }) => position);
    const from = here === null ? [] : [here];
    return [
      { key: "done", kind: "done", points: [...done, ...from] },
      { key: "ahead", kind: "ahead", points: [...from, ...ahead] },
    ];
  }, [stops, here]);
  if (stops.length === 0) return null;
  const markers: MapMarker[] = stops.map(({ orderId, position, over, next, from, name }, index) => ({
    key: orderId,
    position,
    name,
    tone: next ? "accent" : "plain",
    text: over ? t("today.stopDone", { number: index + 1 }) : t("today.stop", { number: index + 1, time: format.time(from) }),
  }));
  if (here !== null) markers.push({ key: "here", position: here, name: t("today.here"), icon: IconScooter, tone: "accent", size: 32 });
  return (
    <div className={classes.strip}>
      <MapView still label={t("today.route")} markers={markers} routes={routes} />
    </div>
  );
}
