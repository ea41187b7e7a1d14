import { useTRPC } from "@lingong/client/react";
import type { WorkerProfile } from "@lingong/contracts";
import { ListSkeleton, PagedView, Panel, Stars, useFormat, useText } from "@lingong/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "./worker-profile.module.css";

const pageSize = 6;

/** What customers said, the newest first, with the worker's replies. */
export function ReviewsCard({ profile }: { readonly profile: WorkerProfile }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.reviews.listFor.infiniteQueryOptions({ userId: profile.id, limit: pageSize }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const { good, middle, bad } = profile.starCounts;
  return (
    <Panel
      className={classes.later}
      title={t("profile.reviews", { count: profile.reviewCount })}
      aside={profile.reviewCount === 0 ? undefined : t("profile.counts", { good, middle, bad })}
    >
      <PagedView query={query} skeleton={<ListSkeleton count={2} lines={2} />} empty={<p className={classes.quiet}>{t("profile.noReviewsText")}</p>}>
        {(reviews) => (
          <ul className={classes.reviews}>
            {reviews.map((review) => (
              <li key={review.id}>
                <div className={classes.reviewHead}>
                  <Stars value={review.stars} />
                  <b>{review.authorName === "" ? t("profile.anonymous") : review.authorName}</b>
                  <span>{`${format.date(Date.parse(review.writtenAt))} · ${text(review.category.name)}`}</span>
                </div>
                {review.text !== "" && <p>{review.text}</p>}
                {review.reply !== null && <blockquote>{t("profile.reply", { text: review.reply.text })}</blockquote>}
              </li>
            ))}
          </ul>
        )}
      </PagedView>
    </Panel>
  );
}
