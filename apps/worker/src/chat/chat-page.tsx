import { useChat, useTRPC } from "@lingong/client/react";
import type { OrderView } from "@lingong/contracts";
import { Chat, ListSkeleton, QueryView, ZoneProvider } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useJobTitle } from "../job/job-title.ts";
import { Screen } from "../shell/screen.tsx";

/** What the worker and the customer of a job write to each other. */
export function ChatPage({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("common");
  const trpc = useTRPC();
  const query = useQuery(trpc.orders.get.queryOptions({ orderId }));
  const { title, subtitle } = useJobTitle(query.data);
  const name = query.data?.counterpart?.name ?? "";
  return (
    <Screen title={name} documentTitle={t("chat.with", { name })} subtitle={[title, subtitle].filter((part) => part !== "").join(" · ")} backTo="/">
      <QueryView query={query} skeleton={<ListSkeleton count={4} lines={2} />}>
        {(order) => (
          <ZoneProvider zone={order.zone}>
            <Conversation order={order} />
          </ZoneProvider>
        )}
      </QueryView>
    </Screen>
  );
}

function Conversation({ order }: { readonly order: OrderView }) {
  const { list, conversation } = useChat(order.id);
  return (
    <QueryView query={list} skeleton={<ListSkeleton count={4} lines={2} />}>
      {() => conversation && <Chat side="worker" otherName={order.counterpart?.name ?? ""} {...conversation} />}
    </QueryView>
  );
}
