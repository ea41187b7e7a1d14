import type { MessageView } from "@lingong/contracts";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { UnsentMessage } from "../chat-outbox.ts";
import { useClient, useTRPC } from "./provider.tsx";

const pageOfMessages = 30;

/** The last thing said about an order and how much of it is unread; null: there is nobody to talk to. */
export function useLastMessage(orderId: string): { readonly last: MessageView | null; readonly unread: number } | null {
  const trpc = useTRPC();
  const list = useQuery(trpc.messages.list.queryOptions({ orderId, limit: 1 }));
  const { data: counted } = useQuery(trpc.messages.unread.queryOptions());
  if (list.data === undefined) return null;
  return { last: list.data.items[0] ?? null, unread: counted?.orders.find((each) => each.orderId === orderId)?.unread ?? 0 };
}

/** What of an order's messages has not arrived yet. */
function useUnsent(orderId: string): readonly UnsentMessage[] {
  const { chat } = useClient();
  const all = useSyncExternalStore((changed) => chat.on("change", changed), chat.unsent, chat.unsent);
  return useMemo(() => all.filter((message) => message.orderId === orderId), [all, orderId]);
}

/** While the page is looked at, what the other side said is read. */
function useReading(orderId: string, newest: number): void {
  const { api } = useClient();
  useEffect(() => {
    if (newest === 0) return;
    const read = () => {
      // Marks only go forward: one that was lost is made up for by the next.
      if (document.visibilityState === "visible") void api.messages.markRead.mutate({ orderId, upTo: newest }).catch(() => undefined);
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [api, orderId, newest]);
}

/** What was typed before, also before a reload. Undefined while it is looked up. */
function useDraft(orderId: string): string | undefined {
  const { chat } = useClient();
  const [draft, setDraft] = useState<string>();
  useEffect(() => {
    let here = true;
    void chat.draftOf(orderId).then((text) => here && setDraft(text));
    return () => {
      here = false;
    };
  }, [chat, orderId]);
  return draft;
}

/** What has arrived stands in the conversation at once; the hint that follows makes it what the server says. */
function useArrivals(orderId: string): void {
  const { chat } = useClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      chat.on("sent", ({ orderId: of, answer }) => {
        if (of !== orderId) return;
        const key = trpc.messages.list.infiniteQueryKey({ orderId, limit: pageOfMessages });
        queryClient.setQueryData(key, (known) => {
          const [first, ...rest] = known?.pages ?? [];
          if (known === undefined || first === undefined || first.items.some(({ id }) => id === answer.id)) return known;
          return { ...known, pages: [{ ...first, items: [answer, ...first.items] }, ...rest] };
        });
        void queryClient.invalidateQueries({ queryKey: trpc.messages.pathKey() });
      }),
    [chat, trpc, queryClient, orderId],
  );
}

/**
 * The conversation of an order, live, as its screen takes it: the oldest first, what has not arrived beside it, and what may be done.
 * Null while what was typed before is looked up.
 */
export function useChat(orderId: string) {
  const { chat, clock } = useClient();
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.messages.list.infiniteQueryOptions({ orderId, limit: pageOfMessages }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const pages = list.data?.pages;
  const said = useMemo(() => (pages ?? []).flatMap(({ items }) => items).toReversed(), [pages]);
  useArrivals(orderId);
  useReading(orderId, said.findLast(({ mine }) => !mine)?.number ?? 0);
  const draft = useDraft(orderId);
  const unsent = useUnsent(orderId);
  const shown = {
    said,
    unsent,
    readByOther: pages?.[0]?.readByOther ?? 0,
    open: pages?.[0]?.open ?? false,
    closesAt: pages?.[0]?.closesAt ?? null,
    onOlder: list.hasNextPage ? () => void list.fetchNextPage() : null,
    loadingOlder: list.isFetchingNextPage,
    onDraft: (text: string) => void chat.keepDraft(orderId, text),
    onSend: (text: string) => void chat.add({ orderId, text, writtenAt: new Date(clock.now()).toISOString() }),
    onRetry: (key: string) => void chat.retry(key),
    onDiscard: (key: string) => void chat.discard(key),
  };
  return { list, conversation: draft === undefined ? null : { ...shown, draft } };
}
