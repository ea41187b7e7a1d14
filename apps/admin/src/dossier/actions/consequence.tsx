import type { ConsequenceView, OrderView } from "@lingong/contracts";
import { SplitBar, type SplitPart, splitTotal, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { deadlineName } from "../deadline-name.ts";
import classes from "./actions.module.css";

export interface MovedMoney {
  readonly workerFen: number;
  readonly commissionFen: number;
  readonly refundFen: number;
}

/** Where the money goes at once: the total above, its parts to scale below. */
export function MoneyMoves({ title, workerFen, commissionFen, refundFen }: MovedMoney & { readonly title: string }) {
  const format = useFormat();
  const parts: readonly SplitPart[] = [
    { kind: "worker", fen: workerFen },
    { kind: "platform", fen: commissionFen },
    { kind: "refund", fen: refundFen },
  ];
  return (
    <div className={classes.money}>
      <div className={classes.moneyHead}>
        <span>{title}</span>
        <b>{format.money(splitTotal(parts))}</b>
      </div>
      <SplitBar parts={parts} />
    </div>
  );
}

export interface NextLineProps {
  readonly from: OrderView["state"];
  readonly consequence: ConsequenceView;
}

/** What a step does besides money: the state it leads to, when that is another one, and the clock that then runs. */
export function NextLine({ from, consequence }: NextLineProps) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const now = useServerNow(60_000);
  const { next, to } = consequence;
  if (to === from && next === null) return null;
  return (
    <p className={classes.next}>
      {to !== from && t("action.becomes", { state: domain(`orderState.${to}`) })}
      {next !== null && t("action.nextClock", { time: format.shortMoment(Date.parse(next.at), now), what: deadlineName(next.what, t) })}
    </p>
  );
}
