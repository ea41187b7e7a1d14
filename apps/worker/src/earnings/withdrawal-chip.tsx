import type { WithdrawalView } from "@lingong/contracts";
import { Chip } from "@lingong/ui";
import { useTranslation } from "react-i18next";

const tones: Readonly<Record<WithdrawalView["state"], "neutral" | "accent" | "warn">> = {
  requested: "neutral",
  sent: "neutral",
  paid: "accent",
  failed: "warn",
};

/** The state of a withdrawal in a word. */
export function WithdrawalChip({ state }: { readonly state: WithdrawalView["state"] }) {
  const { t } = useTranslation("worker");
  return <Chip tone={tones[state]}>{t(`statement.state.${state}`)}</Chip>;
}
