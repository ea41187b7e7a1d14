import { useTRPC } from "@lingong/client/react";
import { Avatar, ListRow, ListRows, Panel, useFormat, useText } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";

const shown = 3;

/** Customers who wait for a review; nothing where none do. */
export function ToReview() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const text = useText();
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.reviews.pending.queryOptions());
  if (data.length === 0) return null;
  return (
    <Panel title={t("today.toReview")} dense>
      <ListRows>
        {data.slice(0, shown).map(({ orderId, counterpart, category, closesAt }) => (
          <ListRow
            key={orderId}
            href={addressOf(`/jobs/${orderId}/review`)}
            lead={<Avatar name={counterpart.name} imageUrl={counterpart.avatarUrl} size={36} tone="neutral" />}
            title={t("today.reviewOf", { name: counterpart.name })}
            detail={t("today.reviewUntil", { category: text(category.name), date: format.date(Date.parse(closesAt)) })}
          />
        ))}
      </ListRows>
    </Panel>
  );
}
