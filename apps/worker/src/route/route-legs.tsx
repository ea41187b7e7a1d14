import type { RouteStop, RouteView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { Chip, ListRow, ListRows, Panel, useFormat, useText } from "@lingong/ui";
import { IconAlertTriangle, IconClockPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import classes from "./route.module.css";

/** The stops in their turn: when to leave, when one is there, and where time runs out. */
export function RouteLegs({ route }: { readonly route: RouteView }) {
  const { t } = useTranslation("worker");
  return (
    <Panel title={t("route.stops")} dense>
      <ListRows>
        {route.stops.map((stop, index) => (
          <ListRow
            key={stop.orderId}
            href={addressOf(`/jobs/${stop.orderId}`)}
            lead={
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
            }
            title={stop.title}
            detail={<StopDetail stop={stop} number={index + 1} />}
          />
        ))}
      </ListRows>
    </Panel>
  );
}

function StopDetail({ stop, number }: { readonly stop: RouteStop; readonly number: number }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const text = useText();
  const time = (at: string) => format.time(Date.parse(at));
  const way = {
    travel: format.span(stop.travelMinutes),
    at: time(stop.arrivesAt),
    by: format.time(Date.parse(stop.agreedAt) - stop.travelMinutes * MINUTE),
  };
  const wayText = stop.lateMinutes > 0 ? t("route.way", way) : stop.travelMinutes > 0 ? t("route.leaveBy", way) : t("route.there");
  return (
    <>
      <span className={classes.line}>
        {t("route.what", { time: time(stop.agreedAt), category: text(stop.category.name), name: stop.customerName })}
      </span>
      <span className={classes.line}>{wayText}</span>
      {stop.lateMinutes > 0 && (
        <Chip tone="warn" icon={IconAlertTriangle}>
          {t("route.late", { number, span: format.span(stop.lateMinutes) })}
        </Chip>
      )}
      {stop.lateMinutes === 0 && stop.bufferShortMinutes > 0 && (
        <Chip tone="neutral" icon={IconClockPause}>
          {t("route.tight", { span: format.span(stop.bufferShortMinutes) })}
        </Chip>
      )}
    </>
  );
}
