import { useIntended, useTRPC } from "@lingong/client/react";
import type { ReviewView, WriteReviewInput } from "@lingong/contracts";
import { Avatar, ErrorAlert, knownErrorOf, ListSkeleton, MultiChoiceChips, Panel, QueryView, StarsInput, StateView, useFormat } from "@lingong/ui";
import { Textarea } from "@mantine/core";
import { IconHeartHandshake } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Screen } from "../shell/screen.tsx";
import classes from "./review.module.css";

/** What may be said with one tap, by whether it went well. */
const praise = ["clear", "polite", "ready", "on_site"] as const;
const complaint = ["unclear", "impolite", "not_ready", "more_work"] as const;
const textMost = 1_000;

type Written = Pick<WriteReviewInput, "orderId" | "stars" | "tags" | "text">;

/** How it was to work for this customer: seen by them when both have written, or the time is over. */
export function ReviewPage({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const query = useQuery(trpc.orders.get.queryOptions({ orderId }));
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [stars, setStars] = useState(0);
  const [tags, setTags] = useState<readonly string[]>([]);
  const [words, setWords] = useState("");
  const write = useIntended<Written, ReviewView>("review", (api, input) => api.reviews.write.mutate(input));
  const choices = stars >= 4 ? praise : complaint;
  const rate = (value: number) => {
    if (value >= 4 !== stars >= 4) setTags([]);
    setStars(value);
  };
  const send = () =>
    write.mutate(
      { orderId, stars, tags: [...tags], text: words.trim() },
      {
        onSuccess: async () => {
          await Promise.all([
            queryClient.invalidateQueries({ queryKey: trpc.reviews.pathKey() }),
            queryClient.invalidateQueries({ queryKey: trpc.orders.get.queryKey({ orderId }) }),
          ]);
          await navigate({ to: "/jobs/$orderId", params: { orderId }, replace: true });
        },
      },
    );
  const given = query.data?.review?.mineGiven === true;
  return (
    <Screen
      title={t("review.title")}
      backTo="/"
      actions={
        given || query.data === undefined
          ? undefined
          : {
              consequence: t("review.consequence"),
              primary: { label: t("review.send"), disabled: stars === 0, loading: write.isPending, onClick: send },
            }
      }
    >
      <QueryView query={query} skeleton={<ListSkeleton count={1} lines={5} />}>
        {(order) =>
          given ? (
            <StateView icon={IconHeartHandshake} title={t("review.given")}>
              {t("review.givenBody")}
            </StateView>
          ) : (
            <Panel>
              <div className={classes.form}>
                <div className={classes.person}>
                  <Avatar name={order.counterpart?.name ?? ""} imageUrl={order.counterpart?.avatarUrl} tone="neutral" />
                  <div>
                    <h2 className={classes.name}>{order.counterpart?.name}</h2>
                    <Closes at={order.review?.windowClosesAt} />
                  </div>
                </div>
                <StarsInput value={stars} onChange={rate} label={t("review.stars")} />
                {stars > 0 && (
                  <MultiChoiceChips
                    label={t("review.tags")}
                    shape="pill"
                    choices={choices.map((tag) => ({ value: tag, label: t(`review.tag.${tag}`) }))}
                    value={tags}
                    onChange={setTags}
                  />
                )}
                <Textarea
                  label={t("review.text")}
                  value={words}
                  onChange={(event) => setWords(event.currentTarget.value)}
                  maxLength={textMost}
                  autosize
                  minRows={3}
                />
                {write.error !== null && <ErrorAlert {...knownErrorOf(write.error)} />}
              </div>
            </Panel>
          )
        }
      </QueryView>
    </Screen>
  );
}

function Closes({ at }: { readonly at: string | undefined }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  return at === undefined ? null : <p className={classes.second}>{t("ended.reviewUntil", { date: format.date(Date.parse(at)) })}</p>;
}
