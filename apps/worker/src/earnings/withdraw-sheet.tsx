import { useIntended, useTRPC } from "@lingong/client/react";
import type { WalletSummary, WithdrawalView } from "@lingong/contracts";
import { type ErrorCode, errorCodes } from "@lingong/domain";
import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, MoneyList, StateView, useFormat } from "@lingong/ui";
import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuildingBank } from "@tabler/icons-react";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fenOf, typedOf } from "./amount.ts";
import classes from "./earnings.module.css";
import { useAccountName } from "./use-account-name.ts";

export interface WithdrawSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly wallet: WalletSummary;
}

/** How much, and where to: the fee and what arrives come from the server's own preview. */
export function WithdrawSheet({ opened, onClose, wallet }: WithdrawSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("withdraw.title")}>
      <Withdraw wallet={wallet} onClose={onClose} />
    </BottomSheet>
  );
}

function Withdraw({ wallet, onClose }: Omit<WithdrawSheetProps, "opened">) {
  const { t } = useTranslation("worker");
  const { t: errors } = useTranslation("errors");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const accountName = useAccountName();
  const [typed, setTyped] = useState(() => typedOf(wallet.availableFen));
  const [accountId, setAccountId] = useState(wallet.payoutAccounts[0]?.id ?? "");
  const fen = fenOf(typed);
  const [asked] = useDebouncedValue(fen, 250);
  const preview = useQuery(
    trpc.wallet.previewWithdrawal.queryOptions({ amountFen: asked ?? 0 }, { enabled: asked !== null, placeholderData: keepPreviousData }),
  );
  const withdraw = useIntended<{ amountFen: number; accountId: string }, WithdrawalView>("withdraw", (api, input) =>
    api.wallet.withdraw.mutate(input),
  );
  const known = preview.data !== undefined && preview.data.amountFen === fen ? preview.data : null;
  const problem = isErrorCode(known?.problem) ? known.problem : null;
  const send = () =>
    known !== null &&
    withdraw.mutate(
      { amountFen: known.amountFen, accountId },
      { onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.wallet.pathKey() }) },
    );
  if (withdraw.data !== undefined) {
    return (
      <StateView
        icon={IconBuildingBank}
        title={t("withdraw.sentTitle", { amount: format.money(withdraw.data.arrivesFen) })}
        action={<Button onClick={onClose}>{t("withdraw.done")}</Button>}
      >
        {t("withdraw.sentBody")}
      </StateView>
    );
  }
  return (
    <div className={classes.form}>
      <TextInput
        size="lg"
        label={t("withdraw.amount")}
        description={t("withdraw.available", { amount: format.money(wallet.availableFen) })}
        inputMode="decimal"
        leftSection="¥"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/[^\d.]/g, ""))}
        error={problem === null ? null : errors(problem)}
        rightSection={
          <Button variant="subtle" onClick={() => setTyped(typedOf(wallet.availableFen))}>
            {t("withdraw.all")}
          </Button>
        }
        rightSectionWidth={88}
      />
      <Select
        label={t("withdraw.account")}
        data={wallet.payoutAccounts.map((account) => ({ value: account.id, label: accountName(account) }))}
        value={accountId}
        allowDeselect={false}
        onChange={(chosen) => setAccountId(chosen ?? accountId)}
      />
      {known !== null && (
        <MoneyList
          lines={[
            { key: "amount", label: t("withdraw.leaves"), fen: known.amountFen },
            { key: "fee", label: t("withdraw.fee"), fen: -known.feeFen, tone: "quiet" },
          ]}
          total={{ label: t("withdraw.arrives"), fen: known.arrivesFen }}
        />
      )}
      {withdraw.error !== null && <ErrorAlert {...knownErrorOf(withdraw.error)} />}
      <ActionBar
        placement="inline"
        consequence={t("withdraw.ifFailed", { count: wallet.withdrawalsLeftToday })}
        primary={{
          label:
            known === null
              ? t("withdraw.title")
              : t("withdraw.withdraw", { amount: format.money(known.amountFen), arrives: format.money(known.arrivesFen) }),
          disabled: known === null || known.problem !== null,
          loading: withdraw.isPending,
          onClick: send,
        }}
      />
    </div>
  );
}

function isErrorCode(code: string | null | undefined): code is ErrorCode {
  return typeof code === "string" && (errorCodes as readonly string[]).includes(code);
}
