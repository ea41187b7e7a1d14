import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { Chip, type ChipTone } from "../basics/chip.tsx";
import { MoneyList } from "../money/money-list.tsx";
import classes from "./insurance.module.css";
import type { ClaimView } from "./types.ts";

const tones: Readonly<Record<ClaimView["state"], ChipTone>> = {
  draft: "neutral",
  submitted: "accent",
  reviewing: "accent",
  approved: "accent",
  paid: "filled",
  refused: "warn",
  withdrawn: "neutral",
};

/** What a state means for the one who claimed, where its name does not say it. */
const meanings: Readonly<Partial<Record<ClaimView["state"], "claim.withdrawn">>> = { withdrawn: "claim.withdrawn" };

export function ClaimChip({ state }: Pick<ClaimView, "state">) {
  const { t } = useTranslation("common");
  return <Chip tone={tones[state]}>{t(`claim.state.${state}`)}</Chip>;
}

export interface ClaimCardProps {
  readonly claim: ClaimView;
  readonly busy: boolean;
  readonly onEdit: () => void;
  readonly onWithdraw: () => void;
}

/** Where one's own claim stands: what is asked and approved, the reason, and by when an answer comes. */
export function ClaimCard({ claim, busy, onEdit, onWithdraw }: ClaimCardProps) {
  const { t } = useTranslation("common");
  const { state, askedFen, approvedFen, actions } = claim;
  return (
    <article className={classes.card}>
      <div className={classes.head}>
        {t(`claim.kind.${claim.kind}`)}
        <ClaimChip state={state} />
      </div>
      <MoneyList
        lines={[
          { key: "asked", label: t("claim.asked"), fen: askedFen },
          ...(approvedFen === null ? [] : [{ key: "approved", label: t("claim.approved"), fen: approvedFen, tone: "strong" as const }]),
        ]}
      />
      <Standing claim={claim} />
      {actions.includes("save") && (
        <Button variant="light" onClick={onEdit}>
          {t("claim.goOn")}
        </Button>
      )}
      {actions.includes("withdraw") && (
        <Button variant="subtle" loading={busy} onClick={onWithdraw}>
          {t("claim.withdraw")}
        </Button>
      )}
    </article>
  );
}

/** The sentences that belong to its state. */
function Standing({ claim }: { readonly claim: ClaimView }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const { state, reason, answerBy, paidAt, side, payeeMasked } = claim;
  const meaning = meanings[state];
  const lines = [
    answerBy !== null ? t("claim.answerBy", { time: format.dateTime(Date.parse(answerBy)) }) : null,
    reason === null ? null : t("claim.reason", { reason }),
    paidAt !== null ? t("claim.paidAt", { time: format.dateTime(Date.parse(paidAt)) }) : null,
    paidAt !== null ? (side === "worker" ? t("claim.paidWorker") : t("claim.paidCustomer", { masked: payeeMasked ?? "" })) : null,
    meaning === undefined ? null : t(meaning),
  ].filter((line) => line !== null);
  return lines.map((line) => (
    <p key={line} className={classes.quiet}>
      {line}
    </p>
  ));
}
