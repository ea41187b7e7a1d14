import type { ScoreView } from "@lingong/contracts";
import { Panel, ReceiptBars } from "@lingong/ui";
import { Trans, useTranslation } from "react-i18next";
import classes from "./offer.module.css";

const most = 1_000;

/** Why this worker: the parts of the score as bars, and the rank. */
export function ScoreCard({ score }: { readonly score: ScoreView }) {
  const { t } = useTranslation("worker");
  const values = { total: score.total, most, rank: score.rank ?? 0 };
  return (
    <Panel
      title={t("offer.whyYou")}
      aside={
        <Trans
          t={t}
          i18nKey={score.rank === null ? "offer.total" : "offer.totalRank"}
          values={values}
          components={{ b: <b className={classes.total} /> }}
        />
      }
    >
      <ReceiptBars columns={2} parts={score.parts.map(({ part, points, most: best }) => ({ part, value: points, most: best }))} />
    </Panel>
  );
}
