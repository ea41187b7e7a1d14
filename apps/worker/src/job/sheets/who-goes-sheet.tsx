import type { CrewOutput } from "@lingong/contracts";
import { ActionBar, BottomSheet, CrewChoice, ErrorAlert, knownErrorOf, QueryView } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCrewReason } from "../../team/use-crew-reason.ts";
import classes from "./sheets.module.css";
import type { JobSheetProps } from "./trouble-rows.tsx";

export interface WhoGoesSheetProps extends JobSheetProps {
  readonly query: UseQueryResult<CrewOutput, unknown>;
}

/** Who of the team goes: those who cannot say why, those chosen are told. */
export function WhoGoesSheet({ job, query, opened, onClose }: WhoGoesSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("whoGoes.title")}>
      <QueryView query={query}>
        {(crew) =>
          crew.members.length === 0 ? <Nobody /> : <WhoGoes job={job} crew={crew} onClose={onClose} refresh={() => void query.refetch()} />
        }
      </QueryView>
    </BottomSheet>
  );
}

function Nobody() {
  const { t } = useTranslation("worker");
  return (
    <div className={classes.form}>
      <p className={classes.second}>{t("whoGoes.empty")}</p>
      <Button component={Link} to="/me/team" variant="light" leftSection={<IconUsersGroup size={18} aria-hidden />}>
        {t("whoGoes.invite")}
      </Button>
    </div>
  );
}

interface WhoGoesProps extends Pick<JobSheetProps, "job" | "onClose"> {
  readonly crew: CrewOutput;
  readonly refresh: () => void;
}

function WhoGoes({ job, crew: { most, members }, onClose, refresh }: WhoGoesProps) {
  const { t } = useTranslation("worker");
  const reason = useCrewReason();
  const [chosen, setChosen] = useState<readonly string[]>(() => job.order.crew.map(({ id }) => id));
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    try {
      await job.perform({ type: "assignCrew", memberIds: [...chosen] });
      onClose();
    } catch (refused) {
      setError(refused);
      refresh();
    }
  };
  return (
    <div className={classes.form}>
      <p className={classes.second}>{chosen.length < most ? t("whoGoes.lead", { most }) : t("whoGoes.full", { most })}</p>
      <CrewChoice
        label={t("whoGoes.members")}
        candidates={members.map(({ exclusion, ...member }) => ({ ...member, reason: exclusion === null ? null : reason(exclusion) }))}
        most={most}
        value={chosen}
        onChange={setChosen}
      />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <ActionBar
        placement="inline"
        primary={{
          label: chosen.length === 0 ? t("whoGoes.saveNone") : t("whoGoes.save", { count: chosen.length }),
          loading: job.performing === "assignCrew",
          onClick: () => void save(),
        }}
      />
    </div>
  );
}
