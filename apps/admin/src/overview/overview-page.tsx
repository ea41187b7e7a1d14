import { useCity, useTRPC } from "@lingong/client/react";
import { SECOND } from "@lingong/domain";
import { QueryView } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { AlertsPanel } from "./alerts-panel.tsx";
import { CategoriesPanel } from "./categories-panel.tsx";
import { CityMap } from "./city-map.tsx";
import { Figures } from "./figures.tsx";
import { HourlyPanel } from "./hourly-panel.tsx";
import classes from "./overview.module.css";
import { OverviewSkeleton } from "./overview-skeleton.tsx";
import { QueuesPanel } from "./queues-panel.tsx";

/** What moves is told by hints; what only time changes (waiting, clocks used) is asked for again now and then. */
const renewEvery = 20 * SECOND;

/** The live overview of one city. */
export function OverviewPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { cityId } = useCity();
  const query = useQuery(trpc.admin.overview.queryOptions({ cityId }, { refetchInterval: renewEvery }));
  return (
    <AdminPage title={t("nav.overview")} live city>
      <QueryView query={query} skeleton={<OverviewSkeleton />}>
        {(overview) => (
          <>
            <Figures overview={overview} />
            <div className={classes.grid}>
              <CityMap overview={overview} />
              <div className={classes.side}>
                <AlertsPanel alerts={overview.alerts} />
                <QueuesPanel queues={overview.queues} />
              </div>
              <HourlyPanel hourly={overview.hourly} />
              <CategoriesPanel categories={overview.categories} targetBasisPoints={overview.fillRate.targetBasisPoints} />
            </div>
          </>
        )}
      </QueryView>
    </AdminPage>
  );
}
