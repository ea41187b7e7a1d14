import { Button } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { ListRow, ListRows } from "../basics/list-row.tsx";
import { Panel } from "../basics/panel.tsx";
import { BottomSheet } from "../states/confirm-sheet.tsx";
import { ErrorAlert, knownErrorOf } from "../states/error-alert.tsx";
import { Certificate } from "./certificate.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { ClaimForm } from "./claim-form.tsx";
import classes from "./insurance.module.css";
import type { CertificateView, ClaimDesk, ClaimView, OrderInsuranceView } from "./types.ts";

export interface OrderInsuranceProps {
  readonly orderId: string;
  readonly side: ClaimView["side"];
  /** Undefined while it loads. */
  readonly insurance: OrderInsuranceView | undefined;
  readonly desk: ClaimDesk;
}

/** The insurance of an order: a row to its certificate, one's own claims, and the way to a new one. Nothing when not insured. */
export function OrderInsurance(props: OrderInsuranceProps) {
  const { insurance } = props;
  if (insurance === undefined || insurance.certificates.length === 0) return null;
  return insurance.certificates.map((certificate, index) => (
    <OneInsurance key={certificate.assignmentId} {...props} insurance={insurance} certificate={certificate} former={index > 0} />
  ));
}

interface OneProps extends OrderInsuranceProps {
  readonly insurance: OrderInsuranceView;
  readonly certificate: CertificateView;
  readonly former: boolean;
}

type Opened = "certificate" | "claim" | null;

function OneInsurance({ orderId, side, insurance, certificate, former, desk }: OneProps) {
  const { t } = useTranslation("common");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const [opened, setOpened] = useState<Opened>(null);
  const withdrawal = useWithdrawal(desk);
  const close = () => setOpened(null);
  const draft = certificate.claims.find(({ actions }) => actions.includes("save")) ?? null;
  const { filesMost, claimDays, answerDays } = insurance;
  return (
    <Panel dense title={former ? t("insurance.former") : t("insurance.title")}>
      <ListRows>
        <ListRow
          icon={IconShieldCheck}
          title={t("insurance.certificate")}
          detail={t("insurance.row", { tier: domain(`insuranceTier.${certificate.tier}`), cover: format.money(certificate.coverFen) })}
          onClick={() => setOpened("certificate")}
        />
      </ListRows>
      {certificate.claims.map((claim) => (
        <ClaimCard
          key={claim.id}
          claim={claim}
          busy={withdrawal.running === claim.id}
          onEdit={() => setOpened("claim")}
          onWithdraw={() => void withdrawal.run(claim.id)}
        />
      ))}
      {withdrawal.error !== null && <ErrorAlert {...knownErrorOf(withdrawal.error)} />}
      <BottomSheet opened={opened === "certificate"} onClose={close} title={t("insurance.certificate")}>
        <div className={classes.stack}>
          <Certificate certificate={certificate} claimDays={claimDays} />
          <div>
            <b>{t("insurance.how")}</b>
            <p className={classes.quiet}>{t("insurance.howSteps", { days: answerDays })}</p>
            <p className={classes.quiet}>{t("insurance.premium")}</p>
          </div>
          {(certificate.mayClaim || draft !== null) && (
            <Button size="lg" onClick={() => setOpened("claim")}>
              {draft === null ? t("claim.open") : t("claim.goOn")}
            </Button>
          )}
        </div>
      </BottomSheet>
      <BottomSheet opened={opened === "claim"} onClose={close} title={t("claim.title")}>
        <ClaimForm {...{ orderId, side, certificate, draft, filesMost, answerDays, desk }} onDone={close} />
      </BottomSheet>
    </Panel>
  );
}

function useWithdrawal({ step }: ClaimDesk) {
  const [running, setRunning] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (claimId: string) => {
    setRunning(claimId);
    setError(null);
    await step({ claimId, command: "withdraw" }).catch(setError);
    setRunning(null);
  };
  return { running, error, run };
}
