import { useTRPC } from "@lingong/client/react";
import type { StatementLine } from "@lingong/contracts";
import type { JournalReason } from "@lingong/domain";
import { ListRow, PagedRows, useFormat, useText } from "@lingong/ui";
import { IconArrowDownLeft, IconArrowUpRight, IconReceipt } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import classes from "./earnings.module.css";

const next = { getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor };

/** The month's entries, newest first: what for, how it was split, the balance after it. */
export function StatementLines({ month }: { readonly month: string }) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.wallet.statement.infiniteQueryOptions({ limit: 30, month }, next));
  return (
    <PagedRows query={query} empty={{ icon: IconReceipt, title: t("statement.emptyTitle"), text: t("statement.emptyBody") }}>
      {(line) => <Line key={line.id} line={line} />}
    </PagedRows>
  );
}

function Line({ line }: { readonly line: StatementLine }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  const split = useSplit();
  const { at, reason, order, orderId, fen, balanceFen } = line;
  const why = domain(`journalReason.${reason as JournalReason}`);
  return (
    <ListRow
      icon={fen >= 0 ? IconArrowDownLeft : IconArrowUpRight}
      title={order === null ? why : t("earnings.orderTitle", { name: order.customerName, category: text(order.category.name) })}
      detail={
        <>
          {order === null ? format.dateTime(Date.parse(at)) : `${why} · ${format.dateTime(Date.parse(at))}`}
          <span className={classes.split}>{split(line)}</span>
        </>
      }
      aside={
        <span className={classes.right}>
          <b>{fen > 0 ? `+${format.money(fen)}` : format.money(fen)}</b>
          <span>{t("statement.balance", { amount: format.money(balanceFen) })}</span>
        </span>
      }
      href={orderId === null ? undefined : addressOf(`/jobs/${orderId}`)}
    />
  );
}

/** An entry's split in one line of words: the customer's money into shares, or a withdrawal into what arrives and its fee. */
function useSplit(): (line: StatementLine) => string {
  const { t } = useTranslation("worker");
  const format = useFormat();
  return ({ orderId, fen, split: { releasedFen, commissionFen, refundFen, feeFen } }) => {
    if (orderId === null) {
      const values = { arrives: format.money(Math.abs(fen) - feeFen), fee: format.money(feeFen) };
      return fen < 0 ? t("statement.outSplit", values) : t("statement.backSplit", values);
    }
    const values = { released: format.money(releasedFen), commission: format.money(commissionFen), fen: format.money(fen) };
    const shares = commissionFen === 0 ? t("statement.splitFree", values) : t("statement.split", values);
    return refundFen === 0 ? shares : `${shares} · ${t("statement.refund", { refund: format.money(refundFen) })}`;
  };
}
