import type { Verification } from "@lingong/contracts";
import { Chip, type ChipTone } from "@lingong/ui";
import { type Icon, IconCircleDashed, IconClock, IconShieldCheck, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

type State = Verification["state"];

const looks: Readonly<Record<State, { readonly tone: ChipTone; readonly icon: Icon }>> = {
  none: { tone: "outline", icon: IconCircleDashed },
  pending: { tone: "neutral", icon: IconClock },
  verified: { tone: "accent", icon: IconShieldCheck },
  refused: { tone: "warn", icon: IconX },
};

/** How far a real-name check is. */
export function VerificationChip({ state }: { readonly state: State }) {
  const { t } = useTranslation("admin");
  const { tone, icon } = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`verification.${state}`)}
    </Chip>
  );
}
