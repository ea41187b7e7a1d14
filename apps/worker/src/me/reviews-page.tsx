import { useIntended, useTRPC } from "@lingong/client/react";
import type { ReviewView } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, PagedView, Panel, Stars, StateView, useFormat, useText } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import { IconMessageStar } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import { Screen } from "../shell/screen.tsx";
import classes from "./me.module.css";

/** What customers wrote, and one public reply to each. */
export function ReviewsPage() {
  const { t } = useTranslation("worker");
  const { me } = useWorker();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.reviews.listFor.infiniteQueryOptions({ userId: me.id, limit: 20 }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <Screen title={t("reviews.title")} backTo="/me">
      <PagedView
        query={query}
        empty={
          <StateView icon={IconMessageStar} title={t("reviews.emptyTitle")}>
            {t("reviews.emptyBody")}
          </StateView>
        }
      >
        {(reviews) => reviews.map((review) => <Review key={review.id} review={review} />)}
      </PagedView>
    </Screen>
  );
}

/** Tags a customer may have chosen; one that is not known here is left out. */
const knownTags = ["punctual", "careful", "polite", "equipped", "thorough", "late", "careless", "impolite"] as const;

function Review({ review }: { readonly review: ReviewView }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  const tags = knownTags.filter((tag) => review.tags.includes(tag));
  return (
    <Panel>
      <div className={classes.reviewHead}>
        <b>{review.authorName}</b>
        <Stars value={review.stars} />
      </div>
      <div className={classes.second}>
        {[text(review.category.name), format.date(Date.parse(review.writtenAt)), ...tags.map((tag) => t(`reviews.tag.${tag}`))].join(" · ")}
      </div>
      {review.text !== "" && <p className={classes.words}>{review.text}</p>}
      {review.reply !== null && (
        <div className={classes.reply}>
          <b>{t("reviews.myReply")}</b>
          <p>{review.reply.text}</p>
        </div>
      )}
      {review.canReply && <Reply reviewId={review.id} />}
    </Panel>
  );
}

function Reply({ reviewId }: { readonly reviewId: string }) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const reply = useIntended<{ reviewId: string; text: string }, ReviewView>("reply", (api, input) => api.reviews.reply.mutate(input));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    reply.mutate({ reviewId, text: words.trim() }, { onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.reviews.pathKey() }) });
  };
  if (!open) {
    return (
      <Button variant="light" mt={8} onClick={() => setOpen(true)}>
        {t("reviews.reply")}
      </Button>
    );
  }
  return (
    <form className={classes.replyForm} onSubmit={onSubmit}>
      <Textarea
        label={t("reviews.reply")}
        description={t("reviews.replyHint")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={1_000}
        autosize
        minRows={2}
      />
      {reply.error !== null && <ErrorAlert {...knownErrorOf(reply.error)} />}
      <Button type="submit" disabled={words.trim() === ""} loading={reply.isPending}>
        {t("reviews.sendReply")}
      </Button>
    </form>
  );
}
