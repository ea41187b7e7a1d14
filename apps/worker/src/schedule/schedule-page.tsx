import { Button } from "@mantine/core";
import { IconListDetails } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { CalendarPanel } from "./calendar-panel.tsx";
import { FeedPanel } from "./feed-panel.tsx";
import { RestBlocks } from "./rest-blocks.tsx";
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
            <CalendarPanel />
            <RestBlocks />
          </>
        }
        side={
          <>
            <WeeklyHours />
            <FeedPanel />
          </>
        }
      />
    </Screen>
  );
}
