import { useTRPC } from "@lingong/client/react";
import type { QuoteLine } from "@lingong/contracts";
import { CategoryTile, ListRow, PagedRows, useDistrict, useFormat, useText } from "@lingong/ui";
import { IconTag } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Screen } from "../shell/screen.tsx";
import classes from "./quote.module.css";

const pageSize = 20;

/** Every price one has named, the newest first, with what has become of it. */
export function MyQuotesPage() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.quotes.mine.infiniteQueryOptions({ limit: pageSize }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
  return (
    <Screen title={t("quote.mineTitle")} subtitle={t("quote.mineSubtitle")} backTo="/hall">
      <PagedRows query={query} empty={{ icon: IconTag, title: t("quote.emptyTitle"), text: t("quote.emptyBody") }}>
        {(line) => <Line key={line.quote.id} line={line} />}
      </PagedRows>
    </Screen>
  );
}

function Line({ line: { quote, category, zone, startsAt, endsAt, place } }: { readonly line: QuoteLine }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const district = useDistrict();
  const format = useFormat(zone);
  const navigate = useNavigate();
  const when = startsAt === null || endsAt === null ? t("when.soon") : format.dateTimeRange(Date.parse(startsAt), Date.parse(endsAt));
  return (
    <ListRow
      onClick={() => void navigate({ to: "/quotes/$orderId", params: { orderId: quote.orderId } })}
      lead={<CategoryTile icon={category.icon} />}
      title={text(category.name)}
      detail={[when, place === null ? t("offer.remote") : district(place.district)].join(" · ")}
      aside={
        <span className={classes.lineEnd}>
          <b>{t("quote.perHour", { rate: format.money(quote.counterFenPerHour ?? quote.rateFenPerHour) })}</b>
          {t(`quote.standing.${quote.standing}`)}
        </span>
      }
    />
  );
}
