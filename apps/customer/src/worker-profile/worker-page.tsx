import { useTRPC } from "@lingong/client/react";
import { CardSkeleton, FailedView, Loading, Page } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../shell/page-title.tsx";
import { BookingCard } from "./booking-card.tsx";
import { CasesCard } from "./cases-card.tsx";
import { ProfileHead } from "./profile-head.tsx";
import { ReviewsCard } from "./reviews-card.tsx";
import { ServicesCard } from "./services-card.tsx";
import { StandingCard } from "./standing-card.tsx";
import classes from "./worker-profile.module.css";

/** A worker as anybody may see one: badges, standing with its parts, prices on the market, reviews; to be booked by name. */
export function WorkerPage({ workerId }: { readonly workerId: string }) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const router = useRouter();
  const { data: profile, error, refetch } = useQuery(trpc.workers.profile.queryOptions({ workerId }));
  const back = () => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: "/" });
  };
  if (profile === undefined) {
    return (
      <Page title={t("profile.title")} onBack={back}>
        {error === null ? (
          <Loading>
            <CardSkeleton lines={3} round={64} />
            <CardSkeleton lines={4} />
          </Loading>
        ) : (
          <FailedView error={error} onRetry={refetch} />
        )}
      </Page>
    );
  }
  return (
    <Page title={profile.name} onBack={back} width="wide">
      <PageTitle>{profile.name}</PageTitle>
      <div className={classes.columns}>
        <div className={classes.column}>
          <ProfileHead profile={profile} />
          <div className={classes.pair}>
            <StandingCard profile={profile} />
            <ServicesCard services={profile.services} />
          </div>
          <CasesCard workerId={workerId} />
          <ReviewsCard profile={profile} />
        </div>
        <div className={classes.column}>
          <BookingCard profile={profile} />
        </div>
      </div>
    </Page>
  );
}
