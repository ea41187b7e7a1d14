import type { TeamMemberView } from "@lingong/contracts";
import { categoryOf } from "@lingong/domain";
import { Avatar, Chip, ConfirmSheet, ErrorAlert, knownErrorOf, Level, Panel, StateView, useFormat, useText } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./team.module.css";
import { useTeamStep } from "./use-team-step.ts";

/** A team's people: what each may do, and who is down for a job. */
export function MembersPanel({ members }: { readonly members: readonly TeamMemberView[] }) {
  const { t } = useTranslation("worker");
  const [leaving, setLeaving] = useState<TeamMemberView | null>(null);
  const { take, pending, error } = useTeamStep();
  if (members.length === 0)
    return (
      <StateView icon={IconUsersGroup} title={t("team.empty")}>
        {t("team.emptyBody")}
      </StateView>
    );
  return (
    <Panel title={t("team.members")} aside={t("team.membersAside", { count: members.length })}>
      <ul className={classes.members}>
        {members.map((member) => (
          <Member key={member.id} member={member} busy={pending} onRemove={() => setLeaving(member)} />
        ))}
      </ul>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <ConfirmSheet
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t("team.removeTitle", { name: leaving?.name ?? "" })}
        confirm={{
          label: t("team.removeConfirm"),
          onClick: () => {
            if (leaving !== null) take({ type: "remove", memberId: leaving.id });
            setLeaving(null);
          },
        }}
      >
        {t("team.removeConsequence", { name: leaving?.name ?? "" })}
      </ConfirmSheet>
    </Panel>
  );
}

interface MemberProps {
  readonly member: TeamMemberView;
  readonly busy: boolean;
  readonly onRemove: () => void;
}

function Member({ member: { name, avatarUrl, level, categories, joinedAt, booked }, busy, onRemove }: MemberProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  const does = categories.flatMap(({ categoryId, certified }) => {
    const category = categoryOf(categoryId);
    if (category === null) return [];
    return [certified ? t("team.certified", { name: text(category.name) }) : text(category.name)];
  });
  return (
    <li className={classes.member}>
      <Avatar name={name} imageUrl={avatarUrl} size={44} />
      <div className={classes.text}>
        <div className={classes.name}>
          {name} <Level level={level} />
        </div>
        <div className={classes.second}>{[format.list(does), t("team.joined", { date: format.date(Date.parse(joinedAt)) })].join(" · ")}</div>
      </div>
      {booked ? (
        <Chip tone="accent">{t("team.booked")}</Chip>
      ) : (
        <Button variant="subtle" loading={busy} onClick={onRemove} aria-label={t("team.removeTitle", { name })}>
          {t("team.remove")}
        </Button>
      )}
    </li>
  );
}
