import { useTRPC } from "@lingong/client/react";
import { useText } from "@lingong/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { pageKeys } from "../keyboard/shortcuts.ts";
import { orderText } from "../orders/order-filters.ts";
import { addressOf } from "../shell/address.ts";

export interface Found {
  readonly key: string;
  readonly kind: "page" | "order" | "person";
  readonly title: string;
  readonly detail: string;
  readonly href: string;
}

export interface FoundGroup {
  readonly kind: Found["kind"];
  readonly items: readonly Found[];
}

const most = 5;

/** What a text finds: pages by their name, orders by their code, people by name or whole phone number. */
export function useFound(text: string): { readonly groups: readonly FoundGroup[]; readonly searching: boolean } {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const trpc = useTRPC();
  const words = useText();
  const wanted = text.trim();
  const options = { enabled: wanted.length >= 2, placeholderData: keepPreviousData };
  const orders = useQuery(trpc.admin.orders.queryOptions({ text: orderText(wanted), limit: most }, options));
  const people = useQuery(trpc.admin.people.queryOptions({ text: wanted, limit: most }, options));
  const pages = pageKeys
    .map(({ page, to }) => ({ key: page, kind: "page" as const, title: t(`nav.${page}`), detail: t("search.page"), href: addressOf(to) }))
    .filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()));
  const shown = wanted.length >= 2;
  const groups: readonly FoundGroup[] = [
    {
      kind: "order",
      items: (shown ? (orders.data?.items ?? []) : []).map((order) => ({
        key: order.id,
        kind: "order" as const,
        title: `${order.code} · ${words(order.category.name)}`,
        detail: [domain(`orderState.${order.state}`), order.customerName, order.workerName].filter(Boolean).join(" · "),
        href: addressOf(`/orders/${order.id}`),
      })),
    },
    {
      kind: "person",
      items: (shown ? (people.data?.items ?? []) : []).map((person) => ({
        key: person.id,
        kind: "person" as const,
        title: person.name,
        detail: [person.roles.map((role) => t(`personRole.${role}`)).join(" · "), person.phoneMasked].filter(Boolean).join(" · "),
        href: addressOf(`/people/${person.id}`),
      })),
    },
    { kind: "page", items: pages },
  ];
  return { groups: groups.filter(({ items }) => items.length > 0), searching: shown && (orders.isFetching || people.isFetching) };
}
