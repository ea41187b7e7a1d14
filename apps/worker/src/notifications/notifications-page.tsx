import { useTRPC } from "@lingong/client/react";
import type { NotificationView } from "@lingong/contracts";
import { MINUTE, noticeKinds, quoteNoticeKinds, sidesNoticeKinds } from "@lingong/domain";
import { ListRow, PagedRows, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconBell, IconBellRinging } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFailureText } from "../earnings/use-failure-text.ts";
import { addressOf } from "../shell/address.ts";
import { Screen } from "../shell/screen.tsx";
import classes from "./notifications.module.css";

/** What happened while one was away, the newest first; each leads to its job. */
export function NotificationsPage() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(trpc.notifications.list.infiniteQueryOptions({ limit: 30 }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
  const read = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
        await queryClient.invalidateQueries({ queryKey: trpc.accounts.me.queryKey() });
      },
    }),
  );
  const unread = query.data?.pages[0]?.unread ?? 0;
  return (
    <Screen
      title={t("notices.title")}
      backTo="/"
      aside={
        unread > 0 && (
          <Button variant="subtle" onClick={() => read.mutate({})} loading={read.isPending}>
            {t("notices.readAll")}
          </Button>
        )
      }
    >
      <PagedRows query={query} empty={{ icon: IconBell, title: t("notices.emptyTitle"), text: t("notices.emptyBody") }}>
        {(notice) => <Notice key={notice.id} notice={notice} />}
      </PagedRows>
    </Screen>
  );
}

/** All that has a sentence here: what a customer is told as well, and what only a worker is. */
const known = [
  ...noticeKinds,
  ...quoteNoticeKinds,
  ...sidesNoticeKinds,
  "identity_verified",
  "identity_refused",
  "went_offline",
  "withdrawal_paid",
  "withdrawal_returned",
  "payouts_held",
  "payouts_lifted",
] as const;

function isKnown(kind: string): kind is (typeof known)[number] {
  return (known as readonly string[]).includes(kind);
}

/** What is about a quote leads to it: there is no job yet, and may never be one. What was said is read where one answers. */
function pageOf(kind: string, orderId: string): string {
  // The job is the team's: when and where one is to be stands in one's own days.
  if (kind.startsWith("crew_")) return addressOf("/schedule");
  if (kind === "message_received") return addressOf(`/jobs/${orderId}/chat`);
  return addressOf(kind.startsWith("quote_") ? `/quotes/${orderId}` : `/jobs/${orderId}`);
}

/** What is about the wallet leads to it. */
function besideOrders(kind: string): string | undefined {
  return kind.startsWith("withdrawal_") || kind.startsWith("payouts_") ? addressOf("/earnings") : undefined;
}

function Notice({ notice: { kind, at, read, orderId, data } }: { readonly notice: NotificationView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const failure = useFailureText();
  const reason = typeof data.reason === "string" ? data.reason : failure(typeof data.failure === "string" ? data.failure : null);
  const values = { reason, amount: typeof data.fen === "number" ? format.money(data.fen) : "", stars: Number(data.stars ?? 0) };
  const sentence = isKnown(kind) ? t(`notice.${kind}`, values) : t("notice.other");
  return (
    <ListRow
      icon={read ? IconBell : IconBellRinging}
      title={read ? sentence : <b>{sentence}</b>}
      detail={format.ago(Date.parse(at), now)}
      aside={read ? undefined : <span className={classes.new}>{t("notices.new")}</span>}
      href={orderId === null ? besideOrders(kind) : pageOf(kind, orderId)}
    />
  );
}
