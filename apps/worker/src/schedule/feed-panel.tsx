import { useIntended, useTRPC } from "@lingong/client/react";
import type { CalendarFeedView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { ConfirmSheet, ErrorAlert, knownErrorOf, Panel, QueryView, useFormat, useServerNow } from "@lingong/ui";
import { Button, CopyButton, TextInput } from "@mantine/core";
import { IconCalendarPlus, IconCheck, IconCopy } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./schedule.module.css";

/** The jobs in one's own calendar program: a secret address, told once, renewed or ended at will. */
export function FeedPanel() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const query = useQuery(trpc.schedule.feed.queryOptions());
  const keep = (feed: CalendarFeedView) => {
    setAddress(feed.address);
    queryClient.setQueryData(trpc.schedule.feed.queryKey(), { ...feed, address: null });
  };
  const renew = useIntended<{ readonly after: string | null }, CalendarFeedView>("renewCalendarFeed", (api, { idempotencyKey }) =>
    api.schedule.renewFeed.mutate({ idempotencyKey }),
  );
  const end = useMutation(trpc.schedule.removeFeed.mutationOptions({ onSuccess: keep }));
  const make = (after: string | null) => renew.mutate({ after }, { onSuccess: keep });
  const error = renew.error ?? end.error;
  return (
    <Panel title={t("feed.title")}>
      <p className={classes.second}>{t("feed.explained")}</p>
      <QueryView query={query}>
        {(feed) =>
          feed.active ? (
            <Active
              feed={feed}
              address={address}
              busy={renew.isPending || end.isPending}
              onRenew={() => make(feed.createdAt)}
              onEnd={() => end.mutate()}
            />
          ) : (
            <Button
              className={classes.make}
              variant="light"
              leftSection={<IconCalendarPlus size={18} aria-hidden />}
              loading={renew.isPending}
              onClick={() => make(null)}
            >
              {t("feed.make")}
            </Button>
          )
        }
      </QueryView>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
    </Panel>
  );
}

interface ActiveProps {
  readonly feed: CalendarFeedView;
  /** Known only right after it was made. */
  readonly address: string | null;
  readonly busy: boolean;
  readonly onRenew: () => void;
  readonly onEnd: () => void;
}

function Active({ feed, address, busy, onRenew, onEnd }: ActiveProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const [asking, setAsking] = useState(false);
  const when = (at: string | null) => (at === null ? t("feed.never") : format.shortMoment(Date.parse(at), now));
  return (
    <div className={classes.feed}>
      {address !== null && <Address address={address} />}
      <p className={classes.second}>{t("feed.facts", { made: when(feed.createdAt), read: when(feed.readAt) })}</p>
      <div className={classes.feedButtons}>
        <Button variant="default" loading={busy} onClick={() => setAsking(true)}>
          {t("feed.renew")}
        </Button>
        <Button variant="subtle" loading={busy} onClick={onEnd}>
          {t("feed.end")}
        </Button>
      </div>
      <ConfirmSheet
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("feed.renewTitle")}
        confirm={{
          label: t("feed.renewConfirm"),
          onClick: () => {
            setAsking(false);
            onRenew();
          },
        }}
      >
        {t("feed.renewConsequence")}
      </ConfirmSheet>
    </div>
  );
}

function Address({ address }: { readonly address: string }) {
  const { t } = useTranslation("worker");
  return (
    <div className={classes.address}>
      <TextInput label={t("feed.address")} value={address} readOnly onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={address} timeout={4_000}>
        {({ copied, copy }) => (
          <Button onClick={copy} leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}>
            {copied ? t("feed.copied") : t("feed.copy")}
          </Button>
        )}
      </CopyButton>
      <p className={classes.second}>{t("feed.once")}</p>
    </div>
  );
}
