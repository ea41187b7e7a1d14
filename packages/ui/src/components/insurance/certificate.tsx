import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import classes from "./insurance.module.css";
import type { CertificateFacts } from "./types.ts";

export interface CertificateProps {
  readonly certificate: CertificateFacts;
  readonly claimDays: number;
}

/** What a certificate of insurance says: number, who and what is insured, cover, period, and until when to claim. */
export function Certificate({ certificate, claimDays }: CertificateProps) {
  const { t } = useTranslation("common");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const { number, customerName, workerName, tier, coverFen, coverLeftFen, from, to, claimableUntil } = certificate;
  const facts: readonly (readonly [key: string, label: ReactNode, value: ReactNode])[] = [
    ["number", t("insurance.number"), number],
    ["insured", t("insurance.insured"), t("insurance.insuredBoth", { customer: customerName, worker: workerName })],
    ["what", t("insurance.what"), t("insurance.whatText")],
    ["tier", t("insurance.tier"), domain(`insuranceTier.${tier}`)],
    ["cover", t("insurance.cover"), format.money(coverFen)],
    ["left", t("insurance.left"), format.money(coverLeftFen)],
    ["from", t("insurance.from"), format.dateTime(Date.parse(from))],
    ["to", t("insurance.to"), to === null ? t("insurance.running") : format.dateTime(Date.parse(to))],
    [
      "until",
      t("insurance.until"),
      claimableUntil === null ? t("insurance.untilRunning", { days: claimDays }) : format.dateTime(Date.parse(claimableUntil)),
    ],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([key, label, value]) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
