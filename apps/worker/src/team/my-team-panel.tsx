import type { TeamView } from "@lingong/contracts";
import { Avatar, ConfirmSheet, ErrorAlert, knownErrorOf, Level, Panel, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconDoorExit } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./team.module.css";
import { useTeamStep } from "./use-team-step.ts";

export interface MyTeamPanelProps {
  readonly team: NonNullable<Extract<TeamView, { kind: "individual" }>["team"]>;
}

/** The team one is in, and the way out of it: not while one is down for one of its jobs. */
export function MyTeamPanel({ team: { id, name, avatarUrl, level, members, joinedAt, booked } }: MyTeamPanelProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { take, pending, error } = useTeamStep();
  return (
    <Panel title={t("team.mine")}>
      <div className={classes.member}>
        <Avatar name={name} imageUrl={avatarUrl} size={44} />
        <div className={classes.text}>
          <div className={classes.name}>
            {name} <Level level={level} />
          </div>
          <div className={classes.second}>
            {[t("team.mineMembers", { count: members }), t("team.since", { date: format.date(Date.parse(joinedAt)) })].join(" · ")}
          </div>
        </div>
      </div>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      {booked ? (
        <p className={classes.second}>{t("team.bookedHint")}</p>
      ) : (
        <Button variant="default" leftSection={<IconDoorExit size={18} aria-hidden />} loading={pending} onClick={() => setAsking(true)}>
          {t("team.leave")}
        </Button>
      )}
      <ConfirmSheet
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("team.leaveTitle", { team: name })}
        confirm={{
          label: t("team.leave"),
          onClick: () => {
            setAsking(false);
            take({ type: "leave", teamId: id });
          },
        }}
      >
        {t("team.leaveConsequence")}
      </ConfirmSheet>
    </Panel>
  );
}
