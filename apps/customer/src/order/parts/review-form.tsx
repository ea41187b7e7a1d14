import { MultiChoiceChips, Panel, StarsInput } from "@lingong/ui";
import { Checkbox, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

export interface ReviewDraft {
  /** 0: not chosen. */
  readonly stars: number;
  readonly tags: readonly ReviewTag[];
  readonly text: string;
  readonly anonymous: boolean;
}

export const reviewTags = ["punctual", "careful", "polite", "equipped"] as const;
export type ReviewTag = (typeof reviewTags)[number];
export const emptyReview: ReviewDraft = { stars: 0, tags: [], text: "", anonymous: false };

export interface ReviewFormProps {
  readonly review: ReviewDraft;
  readonly onChange: (review: ReviewDraft) => void;
}

/** Stars, a few words to tap, a text; shown when both have written or the window is over. */
export function ReviewForm({ review, onChange }: ReviewFormProps) {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const name = order.counterpart?.name ?? t("worker");
  return (
    <Panel title={t("review.title", { name })} aside={t("review.when")}>
      <div className={classes.stack}>
        <StarsInput label={t("review.title", { name })} value={review.stars} onChange={(stars) => onChange({ ...review, stars })} />
        <MultiChoiceChips
          label={t("review.tags")}
          columns={4}
          choices={reviewTags.map((tag) => ({ value: tag, label: t(`review.tag.${tag}`) }))}
          value={review.tags}
          onChange={(tags) => onChange({ ...review, tags })}
        />
        {review.stars > 0 && (
          <>
            <Textarea
              aria-label={t("review.text")}
              placeholder={t("review.text")}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={1_000}
              value={review.text}
              onChange={(event) => onChange({ ...review, text: event.currentTarget.value })}
            />
            <Checkbox
              label={t("review.anonymous")}
              checked={review.anonymous}
              onChange={(event) => onChange({ ...review, anonymous: event.currentTarget.checked })}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
