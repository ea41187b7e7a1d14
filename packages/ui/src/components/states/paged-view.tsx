import { Button } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ListRows } from "../basics/list-row.tsx";
import { Panel } from "../basics/panel.tsx";
import { type QueryLike, QueryView } from "./query-view.tsx";
import { StateView } from "./state-view.tsx";

/** The part of a TanStack infinite query that says whether there is more. */
export interface PagesLike {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Fetches the next page of a list; nothing where the list has ended. */
export function MoreButton({ pages }: { readonly pages: PagesLike }) {
  const { t } = useTranslation("common");
  if (!pages.hasNextPage) return null;
  return (
    <Button variant="default" onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
      {t("action.more")}
    </Button>
  );
}

interface Pages<Item> {
  readonly pages: readonly { readonly items: readonly Item[] }[];
}

export interface PagedViewProps<Item> {
  readonly query: QueryLike<Pages<Item>> & PagesLike;
  readonly skeleton?: ReactNode;
  /** What will appear here and how to get it. */
  readonly empty: ReactNode;
  /** Draws what has been fetched so far. */
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list that comes page by page: loading, empty, failed or its items, and under them the way to more. */
export function PagedView<Item>({ query, skeleton, empty, children }: PagedViewProps<Item>) {
  return (
    <>
      <QueryView query={query} skeleton={skeleton} isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)} empty={empty}>
        {({ pages }) => children(pages.flatMap(({ items }) => items))}
      </QueryView>
      <MoreButton pages={query} />
    </>
  );
}

export interface PagedRowsProps<Item> {
  readonly query: PagedViewProps<Item>["query"];
  /** What will appear here. */
  readonly empty: { readonly icon: Icon; readonly title: ReactNode; readonly text: ReactNode };
  /** One `ListRow`, with its key. */
  readonly children: (item: Item) => ReactNode;
}

/** A list that comes page by page, as rows of one panel. */
export function PagedRows<Item>({ query, empty, children }: PagedRowsProps<Item>) {
  return (
    <PagedView
      query={query}
      empty={
        <StateView icon={empty.icon} title={empty.title}>
          {empty.text}
        </StateView>
      }
    >
      {(items) => (
        <Panel dense>
          <ListRows>{items.map(children)}</ListRows>
        </Panel>
      )}
    </PagedView>
  );
}
