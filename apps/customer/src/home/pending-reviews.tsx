import type { CustomerHome } from "@lingong/contracts";
import { Avatar, ListRow, ListRows, Panel, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";

/** Orders that are over and not yet reviewed. */
export function PendingReviews({ reviews }: { readonly reviews: CustomerHome["pendingReviews"] }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  if (reviews.length === 0) return null;
  return (
    <Panel title={t("home.toReview")} dense>
      <ListRows>
        {reviews.slice(0, 3).map(({ orderId, counterpart, category, closesAt }) => (
          <ListRow
            key={orderId}
            href={`/orders/${orderId}`}
            lead={<Avatar name={counterpart.name} imageUrl={counterpart.avatarUrl} size={36} tone="neutral" />}
            title={t("home.reviewOf", { name: counterpart.name })}
            detail={t("home.reviewUntil", { category: text(category.name), date: format.date(Date.parse(closesAt)) })}
          />
        ))}
      </ListRows>
    </Panel>
  );
}
