import { deviceNameOf } from "@lingong/client";
import { useAppSession, useTRPC } from "@lingong/client/react";
import type { SessionView } from "@lingong/contracts";
import { Chip, ConfirmSheet, ErrorAlert, knownErrorOf, ListSkeleton, Panel, QueryView, TwoLines, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDeviceDesktop, IconLogout } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "./me.module.css";

/** Where one is signed in; each can be ended, or all at once. */
export function SessionsPanel() {
  const { t } = useTranslation("admin");
  const { t: common } = useTranslation("common");
  const trpc = useTRPC();
  const { signOut, leave } = useAppSession();
  const query = useQuery(trpc.accounts.sessions.queryOptions());
  const revoke = useMutation(trpc.accounts.revokeSession.mutationOptions({ onSuccess: () => query.refetch() }));
  const everywhere = useMutation(trpc.accounts.signOutEverywhere.mutationOptions({ onSuccess: leave }));
  const [asking, ask] = useDisclosure(false);
  const error = revoke.error ?? everywhere.error;
  return (
    <Panel title={t("me.sessions")} aside={query.data && t("person.sessionCount", { count: query.data.length })}>
      <QueryView query={query} skeleton={<ListSkeleton count={2} lines={2} />}>
        {(sessions) => (
          <ul className={classes.sessions}>
            {sessions.map((session) => (
              <Session
                key={session.id}
                session={session}
                ending={revoke.isPending && revoke.variables.sessionId === session.id}
                onEnd={() => revoke.mutate({ sessionId: session.id })}
              />
            ))}
          </ul>
        )}
      </QueryView>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <div className={classes.foot}>
        <Button variant="default" leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void signOut()}>
          {common("action.signOut")}
        </Button>
        <Button variant="outline" color="red" onClick={ask.open}>
          {t("me.everywhere")}
        </Button>
      </div>
      <ConfirmSheet
        opened={asking}
        onClose={ask.close}
        title={t("me.everywhere")}
        confirm={{ label: t("me.everywhere"), loading: everywhere.isPending, onClick: () => everywhere.mutate() }}
      >
        {t("me.everywhereAbout")}
      </ConfirmSheet>
    </Panel>
  );
}

interface SessionProps {
  readonly session: SessionView;
  readonly ending: boolean;
  readonly onEnd: () => void;
}

function Session({ session, ending, onEnd }: SessionProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow(60_000);
  const device = deviceNameOf(session.deviceName) ?? t("me.device");
  return (
    <li>
      <IconDeviceDesktop size={22} aria-hidden />
      <TwoLines
        size="dense"
        grow
        title={device}
        detail={t("me.session", { app: t(`me.app.${session.app}`), seen: format.ago(Date.parse(session.lastSeenAt), now) })}
      />
      {session.current ? (
        <Chip tone="accent">{t("me.thisOne")}</Chip>
      ) : (
        <Button variant="subtle" size="compact-md" loading={ending} onClick={onEnd} aria-label={t("me.endNamed", { device })}>
          {t("me.end")}
        </Button>
      )}
    </li>
  );
}
