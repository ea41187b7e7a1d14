import type { TeamView } from "@lingong/contracts";
import { ConfirmSheet, ErrorAlert, knownErrorOf, Panel, useFormat } from "@lingong/ui";
import { Button, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy, IconShare2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import classes from "./team.module.css";
import { useTeamStep } from "./use-team-step.ts";

type Code = Extract<TeamView, { kind: "team" }>["code"];

/** The code by which others join: to copy, to send, to make anew. */
export function CodePanel({ code }: { readonly code: Code }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { take, pending, error } = useTeamStep();
  const make = () => take({ type: "renewCode", after: code?.expiresAt ?? null });
  return (
    <Panel title={t("team.code")} aside={code === null ? undefined : t("team.codeAside", { date: format.date(Date.parse(code.expiresAt)) })}>
      <div className={classes.code}>
        {code === null ? (
          <>
            <p className={classes.second}>{t("team.noCode")}</p>
            <Button variant="light" loading={pending} onClick={make}>
              {t("team.make")}
            </Button>
          </>
        ) : (
          <Living code={code} busy={pending} onRenew={make} />
        )}
        {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      </div>
    </Panel>
  );
}

interface LivingProps {
  readonly code: NonNullable<Code>;
  readonly busy: boolean;
  readonly onRenew: () => void;
}

function Living({ code: { code, expiresAt }, busy, onRenew }: LivingProps) {
  const { t } = useTranslation("worker");
  const { me } = useWorker();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const text = t("team.shareText", { team: me.displayName, code, date: format.date(Date.parse(expiresAt)) });
  return (
    <>
      <output className={classes.signs}>{`${code.slice(0, 4)} ${code.slice(4)}`}</output>
      <p className={classes.second}>{t("team.codeHow")}</p>
      <div className={classes.buttons}>
        <CopyButton value={code} timeout={4_000}>
          {({ copied, copy }) => (
            <Button onClick={copy} leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}>
              {copied ? t("team.copied") : t("team.copy")}
            </Button>
          )}
        </CopyButton>
        {"share" in navigator && (
          // Whoever closes the sheet without sending has not failed at anything.
          <Button
            variant="default"
            leftSection={<IconShare2 size={18} aria-hidden />}
            onClick={() => void navigator.share({ text }).catch(() => undefined)}
          >
            {t("team.share")}
          </Button>
        )}
        <Button variant="subtle" loading={busy} onClick={() => setAsking(true)}>
          {t("team.renew")}
        </Button>
      </div>
      <ConfirmSheet
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("team.renewTitle")}
        confirm={{
          label: t("team.renew"),
          onClick: () => {
            setAsking(false);
            onRenew();
          },
        }}
      >
        {t("team.renewConsequence")}
      </ConfirmSheet>
    </>
  );
}
