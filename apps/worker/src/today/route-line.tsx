import { useTRPC } from "@lingong/client/react";
import { Chip, useFormat } from "@lingong/ui";
import { IconAlertTriangle, IconChevronRight, IconRoute } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./today.module.css";

/** The stops ahead in a line, with what would be too late; it leads to the route. Nothing where nowhere is left to go. */
export function RouteLine() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.schedule.route.queryOptions());
  if (data === undefined || data.stops.length === 0) return null;
  const late = data.stops.findIndex(({ lateMinutes }) => lateMinutes > 0);
  const minutes = data.stops[late]?.lateMinutes ?? 0;
  return (
    <Link to="/day-route" className={classes.routeLine}>
      <IconRoute size={20} aria-hidden />
      <span>{t("route.line", { count: data.stops.length, travel: format.span(data.travelMinutes) })}</span>
      {late >= 0 && (
        <Chip tone="warn" icon={IconAlertTriangle}>
          {t("route.lateShort", { number: late + 1, span: format.span(minutes) })}
        </Chip>
      )}
      <IconChevronRight size={20} aria-hidden />
    </Link>
  );
}
