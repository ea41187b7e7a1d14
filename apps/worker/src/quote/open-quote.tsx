import type { QuoteJob } from "@lingong/contracts";
import { type ErrorCode, MINUTE } from "@lingong/domain";
import { type ActionBarProps, ConfirmSheet, ErrorAlert, knownErrorOf, useFormat, useServerNow, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CustomerCard, ScopeCard } from "../offer/job-facts.tsx";
import { JobMap } from "../offer/job-map.tsx";
import { useWhen } from "../offer/job-when.ts";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { AskCard } from "./ask-card.tsx";
import classes from "./quote.module.css";
import { StandingCard } from "./standing-card.tsx";
import { useAnswerQuote } from "./use-answer-quote.ts";
import { type Asking, useAsk } from "./use-ask.ts";

export interface OpenQuoteProps {
  readonly data: QuoteJob;
  readonly orderId: string;
}

/** Names a price, changes it, or answers a counter-offer: whatever the server says may be done now. */
export function OpenQuote({ data, orderId }: OpenQuoteProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const asking = useAsk(data, orderId);
  const answering = useAnswerQuote(orderId, data.mine?.id);
  const [withdrawing, setWithdrawing] = useState(false);
  const { job, mine, refused } = data;
  const { day, range } = useWhen(job);
  const asks = refused === null && (mine === null || mine.actions.length === 0 || mine.actions.includes("ask"));
  const actions = useActions({ data, asking, asks, answering, onWithdraw: () => setWithdrawing(true) });
  const error = asking.error ?? answering.error;
  const problem = asks ? asking.problem : null;
  return (
    <Screen
      title={text(job.category.name)}
      documentTitle={text(job.category.name)}
      subtitle={[`${day} ${range}`, text(job.summary)].filter((part) => part !== "").join(" · ")}
      backTo="/hall"
      width="wide"
      actions={actions}
    >
      <div className={classes.map}>
        <JobMap job={job} />
      </div>
      <Columns
        even
        main={
          <>
            {mine !== null && <StandingCard quote={mine} />}
            {asks && <AskCard data={data} asking={asking} />}
            {problem !== null && <ErrorAlert code={problem.code as ErrorCode} />}
            {refused !== null && mine === null && <ErrorAlert code={refused.code as ErrorCode} />}
            {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
          </>
        }
        side={
          <>
            <CustomerCard job={job} />
            <ScopeCard job={job} />
          </>
        }
      />
      <ConfirmSheet
        opened={withdrawing}
        onClose={() => setWithdrawing(false)}
        title={t("quote.withdrawTitle")}
        confirm={{
          label: t("quote.withdrawConfirm"),
          loading: answering.running === "withdraw",
          onClick: () => {
            answering.answer("withdraw");
            setWithdrawing(false);
          },
        }}
      >
        {t("quote.withdrawText")}
      </ConfirmSheet>
    </Screen>
  );
}

interface Acting {
  readonly data: QuoteJob;
  readonly asking: Asking;
  readonly asks: boolean;
  readonly answering: ReturnType<typeof useAnswerQuote>;
  readonly onWithdraw: () => void;
}

/** The one next action under the thumb, as the quote's own machine allows it. */
function useActions({ data: { mine, closesAt }, asking, asks, answering, onWithdraw }: Acting): ActionBarProps | undefined {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const navigate = useNavigate();
  if (mine?.standing === "won") {
    return { primary: { label: t("quote.openJob"), onClick: () => void navigate({ to: "/jobs/$orderId", params: { orderId: mine.orderId } }) } };
  }
  if (mine?.actions.includes("agree") === true && mine.counterSplit !== null) {
    const net = format.money(mine.counterSplit.workerNetFen);
    return {
      consequence: t("quote.agreeConsequence"),
      secondary: {
        label: t("quote.keep"),
        onClick: () => answering.answer("keep"),
        loading: answering.running === "keep",
      },
      primary: { label: t("quote.agree", { net }), onClick: () => answering.answer("agree"), loading: answering.running === "agree" },
    };
  }
  const withdraw = mine?.actions.includes("withdraw") === true ? { label: t("quote.withdraw"), onClick: onWithdraw } : undefined;
  if (!asks) return withdraw === undefined ? undefined : { primary: withdraw };
  const net = asking.preview === undefined ? "…" : format.money(asking.preview.split.workerNetFen);
  const values = { rate: format.money(asking.ask), net };
  return {
    consequence: closesAt === null ? undefined : t("quote.closesWhen", { time: format.shortMoment(Date.parse(closesAt), now) }),
    ...(withdraw === undefined ? {} : { secondary: withdraw }),
    primary: {
      label: withdraw === undefined ? t("quote.send", values) : t("quote.change", values),
      onClick: asking.send,
      loading: asking.sending,
      disabled: !asking.ready || !asking.changed,
    },
  };
}
