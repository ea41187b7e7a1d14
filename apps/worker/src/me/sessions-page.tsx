import { useAppSession, useTRPC } from "@lingong/client/react";
import { MINUTE } from "@lingong/domain";
import { Chip, ConfirmSheet, ErrorAlert, knownErrorOf, ListRow, ListRows, Panel, QueryView, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconDeviceMobile } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Screen } from "../shell/screen.tsx";

/** Where one is signed in, and leaving any of it, or all at once. */
export function SessionsPage() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { leave } = useAppSession();
  const [asking, setAsking] = useState(false);
  const query = useQuery(trpc.accounts.sessions.queryOptions());
  const revoke = useMutation(
    trpc.accounts.revokeSession.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.accounts.sessions.queryKey() }) }),
  );
  const everywhere = useMutation(trpc.accounts.signOutEverywhere.mutationOptions({ onSuccess: () => leave() }));
  return (
    <Screen title={t("me.sessions")} backTo="/me">
      <QueryView query={query}>
        {(sessions) => (
          <Panel dense>
            <ListRows>
              {sessions.map(({ id, deviceName, lastSeenAt, current }) => (
                <ListRow
                  key={id}
                  icon={IconDeviceMobile}
                  title={deviceName === "" ? t("sessions.unnamed") : deviceName}
                  detail={t("sessions.seen", { ago: format.ago(Date.parse(lastSeenAt), now) })}
                  aside={
                    current ? (
                      <Chip tone="accent">{t("sessions.this")}</Chip>
                    ) : (
                      <Button
                        variant="default"
                        loading={revoke.isPending && revoke.variables.sessionId === id}
                        onClick={() => revoke.mutate({ sessionId: id })}
                      >
                        {t("sessions.end")}
                      </Button>
                    )
                  }
                />
              ))}
            </ListRows>
            {revoke.error !== null && <ErrorAlert {...knownErrorOf(revoke.error)} />}
          </Panel>
        )}
      </QueryView>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("sessions.everywhere")}
      </Button>
      <ConfirmSheet
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("sessions.everywhereTitle")}
        confirm={{ label: t("sessions.everywhere"), loading: everywhere.isPending, onClick: () => everywhere.mutate() }}
      >
        {t("sessions.everywhereBody")}
        {everywhere.error !== null && <ErrorAlert {...knownErrorOf(everywhere.error)} />}
      </ConfirmSheet>
    </Screen>
  );
}
