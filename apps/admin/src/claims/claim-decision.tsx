import { useIntended, useTRPC } from "@lingong/client/react";
import type { ClaimDetail, HandleClaimInput } from "@lingong/contracts";
import { ErrorAlert, fenOfYuan, knownErrorOf, Panel, useFormat, yuanOfFen } from "@lingong/ui";
import { Button, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";
import classes from "./claim.module.css";

type Wish = Omit<HandleClaimInput, "idempotencyKey">;

/** Sends a step of the desk once, and shows what came of it. */
function useHandle(claimId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useIntended<Wish, ClaimDetail>("claims.handle", (api, input) => api.claims.handle.mutate(input));
  const send = (command: Wish["command"]) =>
    mutate(
      { claimId, command },
      {
        onSuccess: (detail) => {
          queryClient.setQueryData(trpc.claims.detail.queryKey({ claimId }), detail);
          void queryClient.invalidateQueries({ queryKey: trpc.claims.queue.pathKey() });
          void queryClient.invalidateQueries({ queryKey: trpc.admin.overview.pathKey() });
        },
      },
    );
  return { send, sending: isPending, error };
}

/** What whoever looks may do now: take it in hand, decide it, or pay it. */
export function ClaimDecision({ detail }: { readonly detail: ClaimDetail }) {
  const { t } = useTranslation("admin");
  const handle = useHandle(detail.claim.id);
  const { actions, underWay } = detail.claim;
  const may = (action: (typeof actions)[number]) => actions.includes(action);
  if (!underWay) return null;
  return (
    <Panel title={t("claims.decide")} tone={actions.length > 0 ? "live" : "plain"}>
      <div className={classes.form}>
        {may("take") && (
          <>
            <p className={classes.note}>{t("claims.takeAbout")}</p>
            <Button loading={handle.sending} onClick={() => handle.send({ type: "take" })}>
              {t("claims.take")}
            </Button>
          </>
        )}
        {may("refuse") && <Decide detail={detail} handle={handle} />}
        {may("pay") && <Pay detail={detail} handle={handle} />}
        {actions.length === 0 && <p className={classes.note}>{t("claims.othersTurn")}</p>}
        {handle.error !== null && <ErrorAlert {...knownErrorOf(handle.error)} />}
      </div>
    </Panel>
  );
}

interface StepProps {
  readonly detail: ClaimDetail;
  readonly handle: ReturnType<typeof useHandle>;
}

function Decide({ detail: { claim, certificate }, handle }: StepProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const most = Math.min(claim.askedFen, certificate.coverLeftFen);
  const [amount, setAmount] = useState(() => yuanOfFen(most));
  const [reason, setReason] = useState("");
  const fen = fenOfYuan(amount);
  const possible = fen !== null && fen > 0 && fen <= most;
  const given = reason.trim() !== "";
  const limit = t("claims.amountMost", { amount: format.money(most) });
  return (
    <>
      <TextInput
        label={t("claims.amount")}
        leftSection="¥"
        inputMode="decimal"
        value={amount}
        description={limit}
        error={possible ? null : limit}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <Textarea
        label={t("claims.reason")}
        autosize
        minRows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        loading={handle.sending}
        disabled={!possible || !given}
        onClick={() => handle.send({ type: "approve", amountFen: fen ?? 0, reason: reason.trim() })}
      >
        {t("claims.approve", { amount: format.money(fen ?? 0) })}
      </Button>
      <Button variant="default" loading={handle.sending} disabled={!given} onClick={() => handle.send({ type: "refuse", reason: reason.trim() })}>
        {t("claims.refuse")}
      </Button>
    </>
  );
}

function Pay({ detail: { claim, payee }, handle }: StepProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const [reference, setReference] = useState("");
  const customer = claim.side === "customer";
  return (
    <>
      <p className={classes.note}>{t(customer ? "claims.payCustomer" : "claims.payWorker")}</p>
      {payee !== null && <Facts facts={[{ key: "payee", label: t("claims.payee"), value: `${payee.holderName} ${payee.cardNumber}` }]} />}
      {customer && (
        <TextInput label={t("claims.reference")} maxLength={60} value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
      )}
      <Button
        loading={handle.sending}
        disabled={customer && reference.trim() === ""}
        onClick={() => handle.send({ type: "pay", transferReference: customer ? reference.trim() : null })}
      >
        {t("claims.pay", { amount: format.money(claim.approvedFen ?? 0) })}
      </Button>
    </>
  );
}
