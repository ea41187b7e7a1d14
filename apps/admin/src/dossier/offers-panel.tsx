import type { Dossier, DossierOffer } from "@lingong/contracts";
import { Panel, TwoLines, useFormat } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReceiptList } from "../dispatch/receipt-list.tsx";
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
      {shown === "offers" ? <Offers offers={offers} /> : <ReceiptList receipts={receipts} naming="worker" />}
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
          <TwoLines
            size="dense"
            title={offer.workerName}
            detail={t("dossier.offerLine", { round: offer.round, wave: offer.wave, time: format.dateTime(Date.parse(offer.sentAt)) })}
          />
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
