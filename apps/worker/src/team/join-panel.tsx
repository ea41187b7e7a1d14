import { useClient } from "@lingong/client/react";
import type { TeamCard } from "@lingong/contracts";
import { ConfirmSheet, ErrorAlert, knownErrorOf, Panel } from "@lingong/ui";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import classes from "./team.module.css";
import { useTeamStep } from "./use-team-step.ts";

/** The way into a team: its code, then its name, then the question. */
export function JoinPanel() {
  const { t } = useTranslation("worker");
  const { worker } = useWorker();
  const client = useClient();
  const [code, setCode] = useState("");
  const [team, setTeam] = useState<TeamCard | null>(null);
  // Each look is a try of the code, and counts: it is asked for by hand, never again by itself.
  const find = useMutation({ mutationFn: (sought: string) => client.api.teams.invitation.query({ code: sought }), onSuccess: setTeam });
  const { take, pending, error } = useTeamStep();
  const failed = find.error ?? error;
  if (worker.verification.state !== "verified") return <Panel title={t("team.join")}>{t("team.toVerify")}</Panel>;
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== "") find.mutate(code.trim());
  };
  return (
    <Panel title={t("team.join")}>
      <form className={classes.code} onSubmit={search}>
        <p className={classes.second}>{t("team.joinLead")}</p>
        <TextInput
          label={t("team.codeField")}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          maxLength={20}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
        />
        {failed !== null && <ErrorAlert {...knownErrorOf(failed)} />}
        <Button type="submit" loading={find.isPending || pending} disabled={code.trim() === ""}>
          {t("team.find")}
        </Button>
      </form>
      <ConfirmSheet
        opened={team !== null}
        onClose={() => setTeam(null)}
        title={t("team.joinTitle", { team: team?.name ?? "" })}
        confirm={{
          label: t("team.joinConfirm"),
          onClick: () => {
            setTeam(null);
            take({ type: "join", code: code.trim() });
          },
        }}
      >
        {t("team.joinConsequence")}
      </ConfirmSheet>
    </Panel>
  );
}
