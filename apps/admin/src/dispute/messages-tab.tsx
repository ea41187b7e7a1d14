import { useTRPC } from "@lingong/client/react";
import { ChatRecord, ErrorAlert, knownErrorOf, ListSkeleton } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "./desk.module.css";

const pageOfMessages = 50;

/** What the two sides wrote to each other, for its arbitrators and operators: read only, and each look is noted. */
export function MessagesTab({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("admin");
  const { t: common } = useTranslation("common");
  const { t: domain } = useTranslation("domain");
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.messages.list.infiniteQueryOptions({ orderId, limit: pageOfMessages }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  if (list.data === undefined) return list.isError ? <ErrorAlert {...knownErrorOf(list.error)} /> : <ListSkeleton count={3} lines={2} />;
  const said = list.data.pages.flatMap(({ items }) => items).toReversed();
  if (said.length === 0) return <p className={classes.noMessages}>{t("desk.noMessages")}</p>;
  return (
    <>
      {list.hasNextPage && (
        <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {common("chat.older")}
        </Button>
      )}
      <ChatRecord said={said} nameOf={(side) => domain(`role.${side}`)} />
    </>
  );
}
