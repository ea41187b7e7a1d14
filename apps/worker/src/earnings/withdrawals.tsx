import { useTRPC } from "@lingong/client/react";
import { ListRow, ListRows, MoreButton, Panel, useFormat } from "@lingong/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useAccountName } from "./use-account-name.ts";
import { useFailureText } from "./use-failure-text.ts";
import { WithdrawalChip } from "./withdrawal-chip.tsx";

const next = { getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor };

/** Where withdrawals stand: what left, what arrives, why one came back. */
export function Withdrawals() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const accountName = useAccountName();
  const failure = useFailureText();
  const query = useInfiniteQuery(trpc.wallet.withdrawals.infiniteQueryOptions({ limit: 10 }, next));
  const list = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.length === 0) return null;
  return (
    <Panel title={t("statement.withdrawals")} dense>
      <ListRows>
        {list.map(({ id, amountFen, arrivesFen, feeFen, state, requestedAt, account, failureReason }) => (
          <ListRow
            key={id}
            title={t("statement.withdrawal", { amount: format.money(amountFen), arrives: format.money(arrivesFen), fee: format.money(feeFen) })}
            detail={[
              format.dateTime(Date.parse(requestedAt)),
              ...(account === null ? [] : [accountName(account)]),
              ...(state === "failed" ? [failure(failureReason)] : []),
            ].join(" · ")}
            aside={<WithdrawalChip state={state} />}
          />
        ))}
      </ListRows>
      <MoreButton pages={query} />
    </Panel>
  );
}
