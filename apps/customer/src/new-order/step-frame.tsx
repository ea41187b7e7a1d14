import { useIsSignedIn } from "@lingong/client/react";
import { type ActionBarProps, Countdown, Page, Steps, useText } from "@lingong/ui";
import { IconCloudCheck, IconCloudOff, IconCloudUpload, IconDeviceMobileCheck } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../shell/page-title.tsx";
import { type WizardStep, wizardSteps } from "./draft/device-drafts.ts";
import { useWizard } from "./draft/draft-context.tsx";
import type { Draft } from "./draft/use-draft.ts";
import classes from "./new-order.module.css";

export const allSteps = ["scope", "place", "price", "contract", "pay"] as const;

export interface StepFrameProps {
  readonly step: WizardStep;
  readonly title?: string;
  readonly subtitle?: ReactNode;
  readonly actions: ActionBarProps;
  readonly children: ReactNode;
}

/** One step: the category, five segments, whether it is kept, the way back and on. */
export function StepFrame({ step, title, subtitle, actions, children }: StepFrameProps) {
  const { t } = useTranslation("customer");
  const text = useText();
  const navigate = useNavigate();
  const { draft, category } = useWizard();
  const index = wizardSteps.indexOf(step);
  const before = wizardSteps[index - 1];
  const name = title ?? text(category.name);
  const onBack = () => {
    if (before === undefined) void navigate({ to: "/" });
    else void navigate({ to: "/new/$draftId/$step", params: { draftId: draft.id, step: before } });
  };
  return (
    <Page
      title={name}
      subtitle={subtitle}
      onBack={onBack}
      aside={<Kept kept={draft.kept} />}
      lead={<WizardSteps current={index} />}
      actions={actions}
    >
      <PageTitle>{t("newOrder.pageTitle", { step: t(`newOrder.step.${step}`), category: text(category.name) })}</PageTitle>
      {children}
    </Page>
  );
}

/** The five steps of a new order. */
export function WizardSteps({ current }: { readonly current: number }) {
  const { t } = useTranslation("customer");
  return <Steps label={t("newOrder.steps")} current={current} steps={allSteps.map((key) => ({ key, label: t(`newOrder.step.${key}`) }))} />;
}

const marks = {
  server: { icon: IconCloudCheck, key: "newOrder.keptServer" },
  saving: { icon: IconCloudUpload, key: "newOrder.saving" },
  device: { icon: IconDeviceMobileCheck, key: "newOrder.keptDevice" },
} as const satisfies Record<Draft["kept"], unknown>;

/** Where the draft is kept now. */
function Kept({ kept }: Pick<Draft, "kept">) {
  const { t } = useTranslation("customer");
  const signedIn = useIsSignedIn();
  const offline = signedIn && kept === "device" && !navigator.onLine;
  const { icon: Glyph, key } = offline ? { icon: IconCloudOff, key: "newOrder.keptDevice" as const } : marks[kept];
  return (
    <span className={classes.kept} role="status">
      <Glyph size={18} aria-hidden />
      {t(key)}
    </span>
  );
}

/** The clock of an order that waits for its payment. */
export function PaymentClock({ until }: { readonly until: string }) {
  const { t } = useTranslation("customer");
  return <Countdown until={Date.parse(until)}>{t("pay.closes")}</Countdown>;
}
