import { Countdown, ErrorAlert, knownErrorOf, MultiChoiceChips, Page, Panel, StateView, useFormat } from "@lingong/ui";
import { Textarea } from "@mantine/core";
import { IconGavel, IconShieldCheck } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../components/link-button.tsx";
import { SignedIn } from "../../session/signed-in.tsx";
import { PageTitle } from "../../shell/page-title.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { LoadedOrder } from "../order-page.tsx";
import { AmountCard } from "./amount-card.tsx";
import { EvidenceTiles } from "./evidence-tiles.tsx";
import { NextClocks } from "./next-clocks.tsx";
import { useEvidenceFiles } from "./use-evidence-files.ts";

export function DisputePage({ orderId }: { readonly orderId: string }) {
  return <SignedIn>{() => <LoadedOrder orderId={orderId}>{() => <OpenDispute />}</LoadedOrder>}</SignedIn>;
}

const reasons = ["unfinished", "poor", "time"] as const;
type Reason = (typeof reasons)[number];

/** Opening a dispute: over how much, why, with what evidence, and what happens then. */
function OpenDispute() {
  const { t } = useTranslation("customer");
  const navigate = useNavigate();
  const format = useFormat();
  const { order, actionOf, run, running, error } = useOrder();
  const action = actionOf("openDispute");
  const mostFen = action?.consequence.heldFen ?? 0;
  const [wanted, setWanted] = useState<number | null>(null);
  const [chosen, setChosen] = useState<readonly Reason[]>([]);
  const [text, setText] = useState("");
  const files = useEvidenceFiles();
  const back = () => void navigate({ to: "/orders/$orderId", params: { orderId: order.id } });
  if (action === undefined) return <NoDispute orderId={order.id} />;
  const amountFen = Math.min(wanted ?? Math.min(mostFen, order.terms.rateFenPerHour), mostFen);
  const reason = [...chosen.map((one) => t(`dispute.reason.${one}`)), text.trim()].filter((part) => part !== "").join(" · ");
  const open = () => void run({ type: "openDispute", amountFen, reason, fileIds: files.waiting.map(({ id }) => id) }).then(back, () => undefined);
  return (
    <Page
      title={t("dispute.title")}
      subtitle={t("dispute.subtitle", { name: order.counterpart?.name ?? t("worker") })}
      onBack={back}
      aside={order.deadline && <Countdown until={Date.parse(order.deadline.at)} size={15} />}
      actions={{
        consequence: (
          <>
            <IconShieldCheck size={16} aria-hidden /> {t("dispute.consequence", { amount: format.money(amountFen) })}
          </>
        ),
        primary: {
          label: t("dispute.open", { amount: format.money(amountFen) }),
          disabled: reason === "" || amountFen <= 0 || files.uploads.pending.length > 0,
          loading: running === "openDispute",
          onClick: open,
        },
      }}
    >
      <PageTitle>{t("dispute.title")}</PageTitle>
      <AmountCard amountFen={amountFen} mostFen={mostFen} refundFen={action.consequence.refundFen} onChange={setWanted} />
      <Panel title={t("dispute.what")} aside={t("dispute.several")}>
        <div className={classes.stack}>
          <MultiChoiceChips
            label={t("dispute.what")}
            columns={3}
            choices={reasons.map((one) => ({ value: one, label: t(`dispute.reason.${one}`) }))}
            value={chosen}
            onChange={setChosen}
          />
          <Textarea
            aria-label={t("dispute.words")}
            placeholder={t("dispute.words")}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={400}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <EvidenceTiles files={files} />
        </div>
      </Panel>
      <NextClocks />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
    </Page>
  );
}

function NoDispute({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("customer");
  return (
    <Page title={t("dispute.title")}>
      <StateView
        icon={IconGavel}
        tone="neutral"
        title={t("dispute.notNow")}
        action={
          <LinkButton to="/orders/$orderId" params={{ orderId }}>
            {t("order.see")}
          </LinkButton>
        }
      >
        {t("dispute.notNowBody")}
      </StateView>
    </Page>
  );
}
