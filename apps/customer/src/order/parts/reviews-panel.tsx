import { useTRPC } from "@lingong/client/react";
import { Panel, Stars, useFormat } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";

/** What both sides have written, as far as it may be read now. */
export function ReviewsPanel({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const format = useFormat();
  const { data = [] } = useQuery(trpc.reviews.ofOrder.queryOptions({ orderId }));
  if (data.length === 0) return <p className={classes.quiet}>{t("review.thanks")}</p>;
  return (
    <Panel title={t("review.both")}>
      <div className={classes.stack}>
        {data.map((review) => (
          <div key={review.id}>
            <div className={classes.personName}>
              <Stars value={review.stars} />
              {review.mine ? t("review.mine") : review.authorName}
              <span className={classes.caption}>{format.date(Date.parse(review.writtenAt))}</span>
            </div>
            {review.text !== "" && <p>{review.text}</p>}
            {!review.visible && <p className={classes.caption}>{t("review.hidden")}</p>}
          </div>
        ))}
      </div>
    </Panel>
  );
}
