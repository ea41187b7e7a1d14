import type { ReceiptView } from "@lingong/contracts";
import { Panel, ReceiptBars } from "@lingong/ui";
import { Trans, useTranslation } from "react-i18next";
import classes from "./why.module.css";

const most = 1_000;

/** Rank and total against the round's line, and every part as a bar; what the smallest step would add is hatched. */
export function ScorePanel({ receipt, score }: { readonly receipt: ReceiptView; readonly score: NonNullable<ReceiptView["score"]> }) {
  const { t } = useTranslation("worker");
  const { improvement, of, lineScore, outcome } = receipt;
  const line = outcome === "offered" || lineScore === null ? {} : { line: lineScore };
  return (
    <Panel>
      <div className={classes.scoreHead}>
        <div>
          <div className={classes.second}>{t("receipt.rank")}</div>
          <div className={classes.figure}>
            {score.rank === null ? (
              "–"
            ) : (
              <Trans t={t} i18nKey="receipt.rankValue" values={{ rank: score.rank, of: of ?? score.rank }} components={{ small: <small /> }} />
            )}
          </div>
        </div>
        <div className={classes.right}>
          <div className={classes.second}>{t("receipt.yourTotal")}</div>
          <div className={classes.figure}>
            <Trans t={t} i18nKey="receipt.totalValue" values={{ total: score.total, most }} components={{ small: <small /> }} />
          </div>
        </div>
      </div>
      <ReceiptBars
        legend
        total={{ value: score.total, most, ...line }}
        parts={score.parts.map(({ part, points, most: best }) => ({
          part,
          value: points,
          most: best,
          ...(improvement?.part === part ? { couldAdd: improvement.points } : {}),
        }))}
      />
    </Panel>
  );
}
