import { useAppSession, useIntended } from "@lingong/client/react";
import type { ReconcileOutput } from "@lingong/contracts";
import { Button, TextInput } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../money.module.css";

export interface ReconcileFormProps {
  /** By the platform's clock. */
  readonly today: string;
  readonly onDone: () => unknown;
}

/** Asks for a day to be compared now: finance alone may. */
export function ReconcileForm({ today, onDone }: ReconcileFormProps) {
  const { t } = useTranslation("admin");
  const { me } = useAppSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const day = chosen ?? today;
  const run = useIntended<{ day: string }, ReconcileOutput>("finance.reconcile", (api, input) => api.finance.reconcile.mutate(input));
  if (me?.admin?.roles.includes("finance") !== true) return <p className={classes.told}>{t("reconcile.onlyFinance")}</p>;
  return (
    <div className={classes.run}>
      <TextInput type="date" aria-label={t("reconcile.day")} max={today} value={day} onChange={(event) => setChosen(event.currentTarget.value)} />
      <Button
        leftSection={<IconArrowsExchange size={18} aria-hidden />}
        loading={run.isPending}
        disabled={day === ""}
        onClick={() => run.mutate({ day }, { onSettled: onDone })}
      >
        {t("reconcile.run")}
      </Button>
      <span role="status" className={classes.told}>
        <Told run={run} />
      </span>
    </div>
  );
}

interface Run {
  readonly status: "idle" | "pending" | "error" | "success";
  readonly data: ReconcileOutput | undefined;
  readonly variables: { readonly day: string } | undefined;
}

/** What the comparison came to. */
function Told({ run: { status, data, variables } }: { readonly run: Run }) {
  const { t } = useTranslation("admin");
  if (status === "pending") return t("reconcile.running");
  if (status === "error") return t("reconcile.failed");
  if (data === undefined || variables === undefined) return null;
  const { day } = variables;
  return data.differing === 0 ? t("reconcile.even", { day }) : t("reconcile.done", { day, count: data.differing });
}
