import { useTRPC } from "@lingong/client/react";
import type { NotificationView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { ListRow, Page, PagedRows, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconBell, IconBellRinging } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import { useNoticeText } from "./use-notice-text.ts";

export function NotificationsPage() {
  return <SignedIn>{() => <Notifications />}</SignedIn>;
}

/** What has happened, newest first, each the way to its order. */
function Notifications() {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(trpc.notifications.list.infiniteQueryOptions({ limit: 30 }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
  const markRead = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.customers.home.queryKey() });
      },
    }),
  );
  const unread = list.data?.pages[0]?.unread ?? 0;
  return (
    <Page
      title={t("notices.title")}
      aside={
        unread > 0 && (
          <Button variant="subtle" loading={markRead.isPending} onClick={() => markRead.mutate({})}>
            {t("notices.readAll")}
          </Button>
        )
      }
    >
      <PageTitle>{t("notices.title")}</PageTitle>
      <PagedRows query={list} empty={{ icon: IconBell, title: t("notices.none"), text: t("notices.noneText") }}>
        {(notice) => <Notice key={notice.id} notice={notice} />}
      </PagedRows>
    </Page>
  );
}

/** What was said is read where one answers; everything else is on the order's page. */
function pageOf(kind: string, orderId: string): string {
  return kind === "message_received" ? `/orders/${orderId}/chat` : `/orders/${orderId}`;
}

function Notice({ notice }: { readonly notice: NotificationView }) {
  const { t } = useTranslation("customer");
  const textOf = useNoticeText();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const words = textOf(notice);
  return (
    <ListRow
      icon={notice.read ? IconBell : IconBellRinging}
      title={notice.read ? words : <b>{words}</b>}
      detail={[format.ago(Date.parse(notice.at), now), notice.read ? null : t("notices.unread")].filter((part) => part !== null).join(" · ")}
      href={notice.orderId === null ? undefined : pageOf(notice.kind, notice.orderId)}
    />
  );
}
