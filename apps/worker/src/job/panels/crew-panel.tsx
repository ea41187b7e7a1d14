import { useTRPC } from "@lingong/client/react";
import { ListRow, ListRows, Panel, useFormat } from "@lingong/ui";
import { IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WhoGoesSheet } from "../sheets/who-goes-sheet.tsx";
import { actionOf, type Job } from "../use-job.ts";

/** Of a team: who goes, by name, and until work begins the way to choose them. Nothing where one person goes and nobody is named. */
export function CrewPanel({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { crew, id, terms } = job.order;
  const mayName = actionOf(job, "assignCrew") !== null;
  const query = useQuery(trpc.teams.crew.queryOptions({ orderId: id }, { enabled: mayName }));
  const named = crew.length > 0;
  if (!named && !(mayName && (terms.headcount > 1 || (query.data?.members.length ?? 0) > 0))) return null;
  const names = format.list(crew.map(({ name }) => name));
  return (
    <Panel dense>
      <ListRows>
        <ListRow
          icon={IconUsersGroup}
          title={named ? t("whoGoes.named", { count: crew.length, names }) : t("whoGoes.none")}
          detail={named ? (mayName ? t("whoGoes.free") : undefined) : t("whoGoes.noneSecond")}
          call={mayName ? t(named ? "whoGoes.change" : "whoGoes.choose") : undefined}
          onClick={mayName ? () => setOpen(true) : undefined}
        />
      </ListRows>
      {mayName && <WhoGoesSheet job={job} query={query} opened={open} onClose={() => setOpen(false)} />}
    </Panel>
  );
}
