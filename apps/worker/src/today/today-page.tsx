import type { TodayView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { CardSkeleton, Loading, QueryView, useFormat, useServerNow, ZoneProvider } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Columns } from "../shell/columns.tsx";
import { NotificationBell } from "../shell/notification-bell.tsx";
import { Screen } from "../shell/screen.tsx";
import { DayCard } from "./day-card.tsx";
import { EarnedCard } from "./earned-card.tsx";
import { HeldCard } from "./held-card.tsx";
import { OnlineCard } from "./online-card.tsx";
import { PositionCard } from "./position-card.tsx";
import { ToReview } from "./to-review.tsx";
import { type OrderBlock, useNextJobBar } from "./use-next-job-bar.ts";
import { useToday } from "./use-today.ts";

/** The day at a glance: whether offers come, what is earned, where to be next. */
export function TodayPage() {
  const { t } = useTranslation("worker");
  const query = useToday();
  const format = useFormat(query.data?.zone);
  const now = useServerNow(MINUTE);
  const next = query.data?.blocks.find((block): block is OrderBlock => block.kind === "order" && block.next);
  const actions = useNextJobBar(next);
  return (
    <Screen
      title={t("today.title")}
      subtitle={t("today.subtitle", { date: format.dateWeekday(now), zone: format.zoneName() })}
      aside={<NotificationBell phoneOnly />}
      width="wide"
      actions={actions}
    >
      <QueryView query={query} skeleton={<TodaySkeleton />}>
        {(today) => (
          <ZoneProvider zone={today.zone}>
            <Content today={today} />
          </ZoneProvider>
        )}
      </QueryView>
    </Screen>
  );
}

function Content({ today }: { readonly today: TodayView }) {
  return (
    <Columns
      main={<DayCard today={today} />}
      side={
        <>
          <OnlineCard today={today} />
          <HeldCard held={today.held} missed={today.missedInARow} />
          <PositionCard today={today} />
          <EarnedCard today={today} />
          <ToReview />
        </>
      }
      sideFirst
    />
  );
}

function TodaySkeleton() {
  return (
    <Loading>
      <Columns
        sideFirst
        main={<CardSkeleton lines={8} />}
        side={
          <>
            <CardSkeleton lines={2} />
            <CardSkeleton lines={2} />
          </>
        }
      />
    </Loading>
  );
}
