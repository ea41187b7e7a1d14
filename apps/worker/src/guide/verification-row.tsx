import type { Verification } from "@lingong/contracts";
import { Chip, ListRow, useFormat } from "@lingong/ui";
import { type Icon, IconAlertCircle, IconCircleCheck, IconCircleDashed, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";

export interface VerificationRowProps {
  readonly verification: Verification;
  /** 周*芳: whose review it is. */
  readonly name: string;
}

const looks = {
  none: { icon: IconCircleDashed, tone: "neutral", open: true },
  pending: { icon: IconClock, tone: "neutral", open: false },
  verified: { icon: IconCircleCheck, tone: "accent", open: false },
  refused: { icon: IconAlertCircle, tone: "warn", open: true },
} as const satisfies Record<Verification["state"], { icon: Icon; tone: "neutral" | "accent" | "warn"; open: boolean }>;

/** Ticked in the accent, as everything that is done. */
const passed: Readonly<Partial<Record<Verification["state"], true>>> = { verified: true };

/** How the real-name review stands: its clock while it runs, the field at fault where it was refused. */
export function VerificationRow({ verification, name }: VerificationRowProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { icon, tone, open } = looks[verification.state];
  const due = verification.dueAt === null ? "" : format.dateTime(Date.parse(verification.dueAt));
  const details: Readonly<Record<Verification["state"], string>> = {
    none: t("guide.identityNone"),
    pending: t("guide.identityPending", { time: due }),
    verified: t("guide.identityVerified", { name }),
    refused: t("guide.identityRefused", { reason: verification.refusedReason ?? "" }),
  };
  return (
    <ListRow
      icon={icon}
      done={verification.state in passed ? true : undefined}
      title={t(`guide.identity.${verification.state}`)}
      detail={details[verification.state]}
      aside={<Chip tone={tone}>{t(`guide.identityChip.${verification.state}`)}</Chip>}
      href={open ? addressOf("/join") : undefined}
    />
  );
}
