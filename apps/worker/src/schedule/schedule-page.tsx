import { useTRPC } from "@lingong/client/react";
import { ListRows, Panel, QueryView } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconListDetails } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { JobListRow } from "../job/jobs-page.tsx";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { RestBlocks } from "./rest-blocks.tsx";
import classes from "./schedule.module.css";
import { WeeklyHours } from "./weekly-hours.tsx";

/** What is booked, when one rests, and the hours one usually works. */
export function SchedulePage() {
  const { t } = useTranslation("worker");
  return (
    <Screen
      title={t("schedule.title")}
      width="wide"
      aside={
        <Button component={Link} to="/jobs" variant="subtle" leftSection={<IconListDetails size={22} aria-hidden />}>
          {t("schedule.allJobs")}
        </Button>
      }
    >
      <Columns
        even
        main={
          <>
            <Booked />
            <RestBlocks />
          </>
        }
        side={<WeeklyHours />}
      />
    </Screen>
  );
}

function Booked() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const query = useQuery(trpc.orders.list.queryOptions({ filter: "active", limit: 20 }));
  return (
    <Panel title={t("schedule.booked")} dense>
      <QueryView query={query} isEmpty={({ items }) => items.length === 0} empty={<p className={classes.second}>{t("schedule.emptyBody")}</p>}>
        {({ items }) => (
          <ListRows>
            {items.map((order) => (
              <JobListRow key={order.id} order={order} />
            ))}
          </ListRows>
        )}
      </QueryView>
    </Panel>
  );
}
