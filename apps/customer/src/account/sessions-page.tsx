import { useAppSession, useTRPC } from "@lingong/client/react";
import type { SessionView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { Chip, ConfirmSheet, ErrorAlert, knownErrorOf, ListRow, ListRows, Page, Panel, QueryView, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";

export function SessionsPage() {
  return <SignedIn>{() => <Sessions />}</SignedIn>;
}

/** Where one is signed in: end one, or all. */
function Sessions() {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { leave } = useAppSession();
  const sessions = useQuery(trpc.accounts.sessions.queryOptions());
  const [asking, setAsking] = useState(false);
  const everywhere = useMutation(trpc.accounts.signOutEverywhere.mutationOptions({ onSuccess: () => leave().then(() => navigate({ to: "/" })) }));
  return (
    <Page title={t("me.sessions")} onBack={() => void navigate({ to: "/me" })}>
      <PageTitle>{t("me.sessions")}</PageTitle>
      <QueryView query={sessions}>
        {(all) => (
          <Panel dense>
            <ListRows>
              {all.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ListRows>
          </Panel>
        )}
      </QueryView>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("me.everywhere")}
      </Button>
      <ConfirmSheet
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("me.everywhere")}
        confirm={{ label: t("me.everywhereConfirm"), loading: everywhere.isPending, onClick: () => everywhere.mutate() }}
      >
        <p>{t("me.everywhereBody")}</p>
        {everywhere.error !== null && <ErrorAlert {...knownErrorOf(everywhere.error)} />}
      </ConfirmSheet>
    </Page>
  );
}

function SessionRow({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.accounts.revokeSession.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.accounts.sessions.queryKey() }) }),
  );
  const mobile = /ios|android|wechat/i.test(session.deviceName);
  return (
    <ListRow
      icon={mobile ? IconDeviceMobile : IconDeviceDesktop}
      title={session.deviceName === "" ? t("me.device") : session.deviceName}
      detail={t("me.lastSeen", { time: format.ago(Date.parse(session.lastSeenAt), now), app: t(`me.app.${session.app}`) })}
      aside={
        session.current ? (
          <Chip tone="accent">{t("me.thisDevice")}</Chip>
        ) : (
          <Button variant="subtle" loading={revoke.isPending} onClick={() => revoke.mutate({ sessionId: session.id })}>
            {t("me.endSession")}
          </Button>
        )
      }
    />
  );
}
