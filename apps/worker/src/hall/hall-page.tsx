import { ListSkeleton, MoreButton, QueryView, StateView } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MyQuotesLink } from "../quote/my-quotes-link.tsx";
import { useWorker } from "../session/use-worker.ts";
import { Screen } from "../shell/screen.tsx";
import classes from "./hall.module.css";
import { HallFilters } from "./hall-filters.tsx";
import { HallMap } from "./hall-map.tsx";
import { JobRow } from "./job-row.tsx";
import { type HallFilter, useHall } from "./use-hall.ts";

type View = "list" | "map";

/** Orders that anybody eligible may take: by time or distance, net pay and flags on each. */
export function HallPage() {
  const { t } = useTranslation("worker");
  const { worker } = useWorker();
  const [view, setView] = useState<View>("list");
  const [filter, setFilter] = useState<HallFilter>({ sort: "time", categoryId: null });
  const hall = useHall(filter);
  const total = hall.data?.pages[0]?.total;
  const items = hall.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Screen
      title={t("hall.title")}
      subtitle={total === undefined ? "\u00a0" : t("hall.total", { count: total })}
      width="wide"
      aside={
        <SegmentedControl<View>
          aria-label={t("hall.view")}
          value={view}
          onChange={setView}
          data={[
            { value: "list", label: t("hall.list") },
            { value: "map", label: t("hall.map") },
          ]}
        />
      }
    >
      <div className={view === "map" ? classes.mapOnly : classes.both}>
        <HallMap items={items} radiusKm={worker.radiusKm} />
        <div className={classes.list}>
          <MyQuotesLink />
          <HallFilters filter={filter} onChange={setFilter} />
          <QueryView query={hall} skeleton={<ListSkeleton count={4} />} isEmpty={() => items.length === 0} empty={<EmptyHall />}>
            {() => (
              <ul className={classes.rows}>
                {items.map((item) => (
                  <li key={item.orderId}>
                    <JobRow item={item} />
                  </li>
                ))}
              </ul>
            )}
          </QueryView>
          <MoreButton pages={hall} />
        </div>
      </div>
    </Screen>
  );
}

function EmptyHall() {
  const { t } = useTranslation("worker");
  return (
    <StateView icon={IconBolt} title={t("hall.emptyTitle")}>
      {t("hall.emptyBody")}
    </StateView>
  );
}
