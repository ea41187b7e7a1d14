import { useTRPC } from "@lingong/client/react";
import { QueryView } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { CodePanel } from "./code-panel.tsx";
import { JoinPanel } from "./join-panel.tsx";
import { MembersPanel } from "./members-panel.tsx";
import { MyTeamPanel } from "./my-team-panel.tsx";

/** Of a team its people and the code by which others join; of anybody else the team they are in, or the way into one. */
export function TeamPage() {
  const { t } = useTranslation("worker");
  const { worker } = useWorker();
  const trpc = useTRPC();
  const query = useQuery(trpc.teams.mine.queryOptions());
  return (
    <Screen
      title={t(`team.title.${worker.kind}`)}
      subtitle={t(`team.subtitle.${worker.kind}`)}
      backTo="/me"
      width={worker.kind === "team" ? "wide" : undefined}
    >
      <QueryView query={query}>
        {(view) => {
          if (view.kind === "team") return <Columns main={<MembersPanel members={view.members} />} side={<CodePanel code={view.code} />} />;
          return view.team === null ? <JoinPanel /> : <MyTeamPanel team={view.team} />;
        }}
      </QueryView>
    </Screen>
  );
}
