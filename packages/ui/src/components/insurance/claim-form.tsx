import { claimKinds } from "@lingong/domain";
import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { ChoiceChips } from "../forms/choice.tsx";
import { ActionBar } from "../shell/action-bar.tsx";
import { ErrorAlert, knownErrorOf } from "../states/error-alert.tsx";
import { type ClaimDocument, ClaimFiles, documentsOf } from "./claim-files.tsx";
import classes from "./insurance.module.css";
import type { CertificateView, ClaimDesk, ClaimView } from "./types.ts";
import { fenOfYuan, yuanOfFen } from "./yuan.ts";

export interface ClaimFormProps {
  readonly orderId: string;
  readonly side: ClaimView["side"];
  readonly certificate: CertificateView;
  /** The draft that goes on; null: a new claim. */
  readonly draft: ClaimView | null;
  readonly filesMost: number;
  readonly answerDays: number;
  readonly desk: ClaimDesk;
  readonly onDone: () => void;
}

/** What happened, how much, what proves it, and where to be paid: kept as a draft, then submitted. */
export function ClaimForm(props: ClaimFormProps) {
  const { side, certificate, draft, filesMost, desk } = props;
  const { t } = useTranslation("common");
  const format = useFormat();
  const form = useClaimForm(props);
  const { fen, tooMuch } = form;
  return (
    <div className={classes.stack}>
      <ChoiceChips
        label={t("claim.kindLabel")}
        columns={2}
        choices={claimKinds.map((kind) => ({ value: kind, label: t(`claim.kind.${kind}`) }))}
        value={form.kind}
        onChange={form.setKind}
      />
      <TextInput
        label={t("claim.amount")}
        leftSection="¥"
        inputMode="decimal"
        value={form.amount}
        description={t("claim.amountMost", { amount: format.money(certificate.coverFen) })}
        error={tooMuch ? t("claim.amountMost", { amount: format.money(certificate.coverFen) }) : null}
        onChange={(event) => form.setAmount(event.currentTarget.value)}
      />
      <Textarea
        label={t("claim.story")}
        placeholder={t("claim.storyHint")}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={form.text}
        onChange={(event) => form.setText(event.currentTarget.value)}
      />
      <ClaimFiles files={form.files} most={filesMost} onChange={form.setFiles} upload={desk.upload} onBusy={form.setUploading} />
      {side === "customer" ? (
        <>
          <TextInput label={t("claim.payee")} maxLength={40} value={form.holder} onChange={(event) => form.setHolder(event.currentTarget.value)} />
          <TextInput
            label={t("claim.card")}
            inputMode="numeric"
            autoComplete="off"
            maxLength={30}
            description={draft?.payeeMasked ? t("claim.cardKept", { masked: draft.payeeMasked }) : undefined}
            value={form.card}
            onChange={(event) => form.setCard(event.currentTarget.value)}
          />
          <p className={classes.quiet}>{t("claim.toCard")}</p>
        </>
      ) : (
        <p className={classes.quiet}>{t("claim.toWallet")}</p>
      )}
      {form.error !== null && <ErrorAlert {...knownErrorOf(form.error)} />}
      <ActionBar
        placement="inline"
        consequence={t("claim.submitAbout", { days: props.answerDays })}
        secondary={{ label: t("claim.save"), disabled: !form.savable, loading: form.busy === "save", onClick: () => void form.send(false) }}
        primary={{
          label: t("claim.submit", { amount: format.money(fen ?? 0) }),
          disabled: !form.complete,
          loading: form.busy === "submit",
          onClick: () => void form.send(true),
        }}
      />
    </div>
  );
}

function useClaimForm({ orderId, side, certificate, draft, desk, onDone }: ClaimFormProps) {
  const { t } = useTranslation("common");
  const [claimId] = useState(() => draft?.id ?? crypto.randomUUID());
  const [kind, setKind] = useState(draft?.kind ?? "damage");
  const [amount, setAmount] = useState(() => (draft === null ? "" : yuanOfFen(draft.askedFen)));
  const [text, setText] = useState(draft?.text ?? "");
  const [files, setFiles] = useState<readonly ClaimDocument[]>(() => documentsOf(draft?.files ?? [], (number) => t("claim.file", { number })));
  const [holder, setHolder] = useState("");
  const [card, setCard] = useState("");
  const [uploading, setUploading] = useState(false);
  const [busy, setBusy] = useState<"save" | "submit" | null>(null);
  const [error, setError] = useState<unknown>(null);
  const fen = fenOfYuan(amount);
  const tooMuch = fen !== null && fen > certificate.coverFen;
  const payeeGiven = holder.trim() !== "" && card.trim() !== "";
  const savable = fen !== null && fen > 0 && !tooMuch && !uploading && busy === null;
  const paid = side === "worker" || payeeGiven || draft?.payeeMasked != null;
  const send = async (submit: boolean) => {
    if (fen === null) return;
    setBusy(submit ? "submit" : "save");
    setError(null);
    try {
      const payee = side === "customer" && payeeGiven ? { holderName: holder.trim(), cardNumber: card.trim() } : null;
      const fileIds = files.map(({ id }) => id);
      await desk.save({ claimId, orderId, assignmentId: certificate.assignmentId, kind, askedFen: fen, text: text.trim(), fileIds, payee });
      if (submit) await desk.step({ claimId, command: "submit" });
      onDone();
    } catch (refused) {
      setError(refused);
    }
    setBusy(null);
  };
  return {
    ...{ kind, setKind, amount, setAmount, text, setText, files, setFiles, holder, setHolder, card, setCard, setUploading },
    ...{ fen, tooMuch, busy, error, savable, send },
    complete: savable && text.trim() !== "" && files.length > 0 && paid,
  };
}
