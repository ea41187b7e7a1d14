import { useTRPC } from "@lingong/client/react";
import type { OrderCard } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { CategoryTile, ListRow, PagedRows, StatusChip, useDistrict, useFormat, useServerNow, useText } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { IconListDetails } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { Screen } from "../shell/screen.tsx";
import classes from "./panels/panels.module.css";

type Filter = "active" | "to_confirm" | "past";
const filters: readonly Filter[] = ["active", "to_confirm", "past"];

/** All of one's orders: under way, waiting for the customer, over. */
export function JobsPage() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const [filter, setFilter] = useState<Filter>("active");
  const list = useInfiniteQuery(trpc.orders.list.infiniteQueryOptions({ filter, limit: 20 }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
  return (
    <Screen
      title={t("jobs.title")}
      backTo="/schedule"
      lead={
        <SegmentedControl<Filter>
          fullWidth
          aria-label={t("jobs.filter")}
          value={filter}
          onChange={setFilter}
          data={filters.map((value) => ({ value, label: t(`jobs.filterBy.${value}`) }))}
        />
      }
    >
      <PagedRows query={list} empty={{ icon: IconListDetails, title: t(`jobs.empty.${filter}`), text: t("jobs.emptyBody") }}>
        {(order) => <JobListRow key={order.id} order={order} />}
      </PagedRows>
    </Screen>
  );
}

export function JobListRow({ order }: { readonly order: OrderCard }) {
  const text = useText();
  const district = useDistrict();
  const format = useFormat(order.zone);
  const now = useServerNow(MINUTE);
  const when = order.startsAt === null ? "" : format.dayTime(Date.parse(order.startsAt), now);
  return (
    <ListRow
      href={addressOf(`/jobs/${order.id}`)}
      lead={<CategoryTile icon={order.category.icon} />}
      title={[text(order.category.name), order.counterpartName].filter((part) => part !== null).join(" · ")}
      detail={[when, order.district === null ? "" : district(order.district)].filter((part) => part !== "").join(" · ")}
      aside={
        <span className={classes.addOnRight}>
          <b>{format.money(order.workerNetFen)}</b>
          <StatusChip state={order.state} />
        </span>
      }
    />
  );
}
