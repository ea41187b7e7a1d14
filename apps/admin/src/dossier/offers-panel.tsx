import type { Dossier, DossierOffer, NamedReceipt } from "@lingong/contracts";
import { Panel, ReceiptBars, useFormat } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./dossier.module.css";

/** Who was asked, wave by wave, and why: offers, and the receipt of every worker that was looked at. */
export function OffersPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const [shown, setShown] = useState<"offers" | "receipts">("offers");
  const { offers, receipts } = dossier;
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t("dossier.dispatch")}
      value={shown}
      onChange={(value) => setShown(value as "offers" | "receipts")}
      data={[
        { value: "offers", label: t("dossier.offers", { count: offers.length }) },
        { value: "receipts", label: t("dossier.receipts", { count: receipts.length }) },
      ]}
    />
  );
  return (
    <Panel title={t("dossier.dispatch")} aside={choice}>
      {shown === "offers" ? <Offers offers={offers} /> : <Receipts receipts={receipts} />}
    </Panel>
  );
}

function Offers({ offers }: { readonly offers: readonly DossierOffer[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  if (offers.length === 0) return <p className={classes.none}>{t("dossier.noOffers")}</p>;
  return (
    <ul className={classes.rows}>
      {offers.map((offer) => (
        <li key={offer.id}>
          <span className={classes.rowText}>
            <b>{offer.workerName}</b>
            <span>{t("dossier.offerLine", { round: offer.round, wave: offer.wave, time: format.dateTime(Date.parse(offer.sentAt)) })}</span>
          </span>
          <span className={classes.rowEnd}>
            {t(`offerState.${offer.state as "open"}`, { defaultValue: offer.state })}
            {offer.answeredAt !== null && (
              <span>
                {t("dossier.answered", {
                  time: format.seconds(Math.max(0, Math.round((Date.parse(offer.answeredAt) - Date.parse(offer.sentAt)) / 1_000))),
                })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Receipts({ receipts }: { readonly receipts: readonly NamedReceipt[] }) {
  const { t } = useTranslation("admin");
  if (receipts.length === 0) return <p className={classes.none}>{t("dossier.noReceipts")}</p>;
  return (
    <ul className={classes.rows}>
      {receipts.map((receipt) => (
        <li key={`${receipt.id} ${receipt.workerId}`} className={classes.receipt}>
          <Receipt receipt={receipt} />
        </li>
      ))}
    </ul>
  );
}

/** One worker in one round: offered, passed over or excluded, with the parts of the score. */
function Receipt({ receipt }: { readonly receipt: NamedReceipt }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const { score, reason } = receipt;
  const why =
    reason === null
      ? ""
      : domain(`exclusion.${reason as "excluded_offline"}`, { defaultValue: t(`receiptReason.${reason as "outranked"}`, { defaultValue: reason }) });
  const head = (
    <>
      <span className={classes.rowText}>
        <b>{receipt.workerName}</b>
        <span>{[t(`receiptOutcome.${receipt.outcome}`), why].filter((part) => part !== "").join(t("app.between"))}</span>
      </span>
      {score !== null && (
        <span className={classes.rowEnd}>
          <b>{score.total}</b>
          {score.rank !== null && <span>{t("dossier.rank", { rank: score.rank, of: receipt.of ?? score.rank })}</span>}
        </span>
      )}
    </>
  );
  if (score === null) return <div className={classes.receiptHead}>{head}</div>;
  return (
    <details>
      <summary className={classes.receiptHead}>{head}</summary>
      <ReceiptBars
        columns={2}
        parts={score.parts.map(({ part, points, most }) => ({
          part,
          value: points,
          most,
          ...(receipt.improvement?.part === part ? { couldAdd: receipt.improvement.points } : {}),
        }))}
      />
    </details>
  );
}
