import type { NamedReceipt } from "@lingong/contracts";
import { AppLink, Chip, ReceiptBars, TwoLines, useDistrict, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import classes from "./dispatch.module.css";

export interface ReceiptListProps {
  readonly receipts: readonly NamedReceipt[];
  /** What tells one line from the next: whose receipt it is, or which order it is about. */
  readonly naming: "worker" | "order" | "both";
}

/** Decisions one by one: offered, passed over or excluded and why; the parts of the score open below. */
export function ReceiptList({ receipts, naming }: ReceiptListProps) {
  const { t } = useTranslation("admin");
  if (receipts.length === 0) return <p className={classes.second}>{t("dossier.noReceipts")}</p>;
  return (
    <ul className={classes.receipts}>
      {receipts.map((receipt) => (
        <li key={`${receipt.id} ${receipt.workerId}`}>
          <Receipt receipt={receipt} naming={naming} />
        </li>
      ))}
    </ul>
  );
}

const tones = { offered: "accent", passed_over: "neutral", excluded: "neutral" } as const;

function Receipt({ receipt, naming }: { readonly receipt: NamedReceipt; readonly naming: ReceiptListProps["naming"] }) {
  const { t } = useTranslation("admin");
  const format = useFormat(receipt.zone);
  const text = useText();
  const district = useDistrict();
  const why = useWhy()(receipt.reason);
  const { score, of, distanceMetres } = receipt;
  const about = [text(receipt.category.name), receipt.district === null ? null : district(receipt.district)]
    .filter((part) => part !== null)
    .join(t("app.between"));
  const name = naming === "order" ? about : receipt.workerName;
  const which = naming === "both" ? `${about} ${receipt.orderId.slice(-6)}` : null;
  const where = [
    which,
    t("dispatch.inRound", { round: receipt.round, wave: receipt.wave }),
    distanceMetres === null ? null : format.distance(distanceMetres),
    why,
  ];
  const head = (
    <>
      <TwoLines
        size="dense"
        title={name}
        detail={[`${format.date(Date.parse(receipt.at))} ${format.timeSeconds(Date.parse(receipt.at))}`, ...where]
          .filter((part) => part !== null)
          .join(t("app.between"))}
      />
      <span className={classes.end}>
        <Chip tone={tones[receipt.outcome]}>{t(`receiptOutcome.${receipt.outcome}`)}</Chip>
        {score !== null && (
          <span>
            <b>{score.total}</b>
            {score.rank !== null && ` · ${t("dossier.rank", { rank: score.rank, of: of ?? score.rank })}`}
          </span>
        )}
      </span>
    </>
  );
  if (score === null) return <div className={classes.head}>{head}</div>;
  return (
    <details>
      <summary className={classes.head}>{head}</summary>
      <Parts receipt={receipt} score={score} naming={naming} />
    </details>
  );
}

function Parts({
  receipt,
  score,
  naming,
}: {
  readonly receipt: NamedReceipt;
  readonly score: NonNullable<NamedReceipt["score"]>;
  readonly naming: ReceiptListProps["naming"];
}) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const { improvement, lineScore, outcome } = receipt;
  const line = outcome === "offered" || lineScore === null ? {} : { line: lineScore };
  return (
    <div className={classes.parts}>
      <ReceiptBars
        columns={2}
        total={{ value: score.total, most: 1_000, ...line }}
        parts={score.parts.map(({ part, points, most }) => ({
          part,
          value: points,
          most,
          ...(improvement?.part === part ? { couldAdd: improvement.points } : {}),
        }))}
      />
      {improvement !== null && (
        <p className={classes.second}>
          {t("dispatch.step", { part: domain(`scorePart.${improvement.part}`), points: improvement.points, rank: improvement.rank ?? "–" })}
        </p>
      )}
      <p className={classes.links}>
        {naming !== "order" ? (
          <AppLink href={addressOf(`/dispatch/workers/${receipt.workerId}`)}>{t("dispatch.allOfWorker")}</AppLink>
        ) : (
          <AppLink href={addressOf(`/orders/${receipt.orderId}`)}>{t("dispatch.toOrder")}</AppLink>
        )}
        <AppLink href={addressOf(`/dispatch/rounds/${receipt.id.slice(0, receipt.id.indexOf("-"))}`)}>{t("dispatch.toRound")}</AppLink>
      </p>
    </div>
  );
}

/** A reason in words; null: none is needed. */
function useWhy(): (reason: string | null) => string | null {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  return (reason) =>
    reason === null
      ? null
      : domain(`exclusion.${reason as "excluded_offline"}`, { defaultValue: t(`receiptReason.${reason as "outranked"}`, { defaultValue: reason }) });
}
