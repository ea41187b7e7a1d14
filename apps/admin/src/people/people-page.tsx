import { useTRPC } from "@lingong/client/react";
import { Panel, QueryView, StateView } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { Pager } from "../table/pager.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { usePages } from "../table/use-pages.ts";
import { PeopleBar } from "./people-bar.tsx";
import { type PeopleFilters, peopleSearchOf } from "./people-filters.ts";
import { PeopleTable } from "./people-table.tsx";

const pageSize = 25;

export interface PeoplePageProps {
  readonly filters: PeopleFilters;
  readonly onChange: (filters: PeopleFilters) => void;
}

/** Everybody, by name, id or whole phone number; one account for every role. */
export function PeoplePage({ filters, onChange }: PeoplePageProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const pages = usePages(JSON.stringify(filters));
  const input = peopleSearchOf(filters, { cursor: pages.cursor, limit: pageSize });
  const query = useQuery(trpc.admin.people.queryOptions(input, { placeholderData: keepPreviousData }));
  const empty = (
    <StateView
      icon={IconUsers}
      title={t("people.none")}
      action={
        <Button variant="default" onClick={() => onChange({})}>
          {t("filters.clear")}
        </Button>
      }
    >
      {t("people.noneBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("nav.people")} note={query.data && t("people.total", { count: query.data.total })}>
      <PeopleBar filters={filters} onChange={onChange} />
      <Panel flush>
        <QueryView query={query} skeleton={<TableSkeleton rows={12} />} isEmpty={({ items }) => items.length === 0} empty={empty}>
          {({ items, total, nextCursor }) => (
            <>
              <PeopleTable people={items} busy={query.isPlaceholderData} />
              <Pager pages={pages} pageSize={pageSize} shown={items.length} total={total} nextCursor={nextCursor} />
            </>
          )}
        </QueryView>
      </Panel>
    </AdminPage>
  );
}
