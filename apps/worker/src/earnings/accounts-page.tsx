import { useIntended, useTRPC } from "@lingong/client/react";
import type { PayoutAccountView } from "@lingong/contracts";
import { type EWallet, eWallets } from "@lingong/domain";
import { ErrorAlert, knownErrorOf, ListRow, ListRows, Panel, QueryView, StateView, useFormat } from "@lingong/ui";
import { ActionIcon, Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconBuildingBank, IconTrash, IconWallet } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import classes from "./earnings.module.css";
import { useAccountName } from "./use-account-name.ts";

type Kind = PayoutAccountView["kind"];
const icons = { bank_card: IconBuildingBank, e_wallet: IconWallet } as const;

/** Where the money goes: bound accounts, and binding another. Numbers are shown masked for ever after. */
export function AccountsPage() {
  const { t } = useTranslation("worker");
  return (
    <Screen title={t("accounts.title")} backTo="/earnings" width="wide">
      <Columns even main={<Accounts />} side={<Bind />} />
    </Screen>
  );
}

function Accounts() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const accountName = useAccountName();
  const query = useQuery(trpc.wallet.payoutAccounts.queryOptions());
  const remove = useMutation(
    trpc.wallet.removeAccount.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.wallet.pathKey() }) }),
  );
  return (
    <QueryView
      query={query}
      empty={
        <StateView icon={IconBuildingBank} title={t("accounts.emptyTitle")}>
          {t("accounts.emptyBody")}
        </StateView>
      }
    >
      {(accounts) => (
        <Panel dense>
          <ListRows>
            {accounts.map((account) => (
              <ListRow
                key={account.id}
                icon={icons[account.kind]}
                title={accountName(account)}
                detail={t("accounts.boundAt", { date: format.dateYear(Date.parse(account.boundAt)) })}
                aside={
                  <ActionIcon
                    aria-label={t("accounts.remove", { account: accountName(account) })}
                    loading={remove.isPending}
                    onClick={() => remove.mutate({ accountId: account.id })}
                  >
                    <IconTrash size={20} aria-hidden />
                  </ActionIcon>
                }
              />
            ))}
          </ListRows>
          {remove.error !== null && <ErrorAlert {...knownErrorOf(remove.error)} />}
        </Panel>
      )}
    </QueryView>
  );
}

interface BindForm {
  readonly kind: Kind;
  readonly bank: string;
  readonly eWallet: EWallet;
  readonly number: string;
  readonly holderName: string;
}

type Bound = Omit<BindForm, "bank" | "eWallet"> & { readonly institution: string };

const empty: BindForm = { kind: "bank_card", bank: "", eWallet: "alipay", number: "", holderName: "" };

function Bind() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [form, setForm] = useState(empty);
  const bind = useIntended<Bound, PayoutAccountView>("bindAccount", (api, input) => api.wallet.bindAccount.mutate(input));
  const change = (part: Partial<BindForm>) => setForm({ ...form, ...part });
  const { kind, bank, eWallet } = form;
  const institution = kind === "bank_card" ? bank.trim() : eWallet;
  const whole: Bound = { kind, institution, number: form.number.replace(/\s/g, ""), holderName: form.holderName.trim() };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    bind.mutate(whole, {
      onSuccess: () => {
        setForm(empty);
        void queryClient.invalidateQueries({ queryKey: trpc.wallet.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.accounts.me.queryKey() });
      },
    });
  };
  return (
    <Panel title={t("accounts.bindTitle")}>
      <form className={classes.form} onSubmit={onSubmit}>
        <SegmentedControl<Kind>
          fullWidth
          aria-label={t("accounts.kind")}
          value={kind}
          onChange={(chosen) => change({ kind: chosen, number: "" })}
          data={(["bank_card", "e_wallet"] as const).map((value) => ({ value, label: t(`accounts.kindOf.${value}`) }))}
        />
        {kind === "bank_card" ? (
          <TextInput
            label={t("accounts.institution.bank_card")}
            value={bank}
            maxLength={40}
            onChange={(event) => change({ bank: event.currentTarget.value })}
            required
            withAsterisk={false}
          />
        ) : (
          <SegmentedControl<EWallet>
            fullWidth
            aria-label={t("accounts.institution.e_wallet")}
            value={eWallet}
            onChange={(chosen) => change({ eWallet: chosen })}
            data={eWallets.map((value) => ({ value, label: t(`accounts.eWallet.${value}`) }))}
          />
        )}
        <TextInput
          label={t(`accounts.number.${kind === "bank_card" ? kind : eWallet}`)}
          value={form.number}
          inputMode={kind === "bank_card" ? "numeric" : "text"}
          autoComplete="off"
          maxLength={64}
          onChange={(event) => change({ number: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <TextInput
          label={t("accounts.holder")}
          description={t("accounts.holderHint")}
          value={form.holderName}
          autoComplete="name"
          maxLength={40}
          onChange={(event) => change({ holderName: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        {bind.error !== null && <ErrorAlert {...knownErrorOf(bind.error)} />}
        <Button
          type="submit"
          size="lg"
          loading={bind.isPending}
          disabled={whole.institution === "" || whole.number.length < 4 || whole.holderName.length < 2}
        >
          {t("accounts.bind")}
        </Button>
        <p className={classes.second}>{t("accounts.safe")}</p>
      </form>
    </Panel>
  );
}
