import { useIntended, useTRPC } from "@lingong/client/react";
import type { QuoteBoard, QuoteOffer } from "@lingong/contracts";
import { timeAmount } from "@lingong/domain";
import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, MoneyList, useFormat } from "@lingong/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyInput } from "../components/money-input.tsx";
import classes from "./quotes.module.css";

export interface CounterSheetProps {
  /** Null: closed. */
  readonly quote: QuoteOffer | null;
  readonly bookedMinutes: number;
  readonly headcount: number;
  readonly onClose: () => void;
}

/** A counter-offer: between 80 % of the quote and the quote; at the worker's private floor it is agreed at once. */
export function CounterSheet({ quote, bookedMinutes, headcount, onClose }: CounterSheetProps) {
  const { t } = useTranslation("customer");
  return (
    <BottomSheet opened={quote !== null} onClose={onClose} title={t("quotes.counterTitle", { name: quote?.worker.name ?? "" })}>
      {quote !== null && <CounterForm quote={quote} bookedMinutes={bookedMinutes} headcount={headcount} onDone={onClose} />}
    </BottomSheet>
  );
}

/** A tenth less, in whole yuan, never below what is refused. */
function proposed({ askFenPerHour, leastCounterFen }: QuoteOffer): number {
  return Math.max(leastCounterFen, Math.floor((askFenPerHour * 0.9) / 100) * 100);
}

interface CounterFormProps extends Omit<CounterSheetProps, "quote" | "onClose"> {
  readonly quote: QuoteOffer;
  readonly onDone: () => void;
}

function CounterForm({ quote, bookedMinutes, headcount, onDone }: CounterFormProps) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [rateFen, setRateFen] = useState(() => proposed(quote));
  const counter = useIntended<{ quoteId: string; rateFenPerHour: number }, QuoteBoard>("counter", (api, input) => api.quotes.counter.mutate(input));
  const { askFenPerHour, leastCounterFen } = quote;
  const [least, ask] = [format.money(leastCounterFen), format.money(askFenPerHour)];
  const problem =
    rateFen < leastCounterFen ? t("quotes.counterTooLow", { least }) : rateFen >= askFenPerHour ? t("quotes.counterTooHigh", { ask }) : undefined;
  const send = () =>
    counter.mutate(
      { quoteId: quote.id, rateFenPerHour: rateFen },
      {
        onSuccess: (board) => {
          queryClient.setQueryData(trpc.quotes.board.queryKey({ orderId: quote.orderId }), board);
          onDone();
        },
        onError: () => void queryClient.invalidateQueries({ queryKey: trpc.quotes.pathKey() }),
      },
    );
  return (
    <div className={classes.stack}>
      <p className={classes.quiet}>{t("quotes.counterText", { ask, least })}</p>
      <MoneyInput label={t("quotes.counterLabel")} fen={rateFen} step={100} onChange={setRateFen} error={problem} />
      <MoneyList lines={[{ key: "total", label: t("quotes.counterTotal"), fen: timeAmount(rateFen, bookedMinutes, headcount), tone: "strong" }]} />
      {counter.error !== null && <ErrorAlert {...knownErrorOf(counter.error)} />}
      <ActionBar
        placement="inline"
        consequence={t("quotes.left", { count: quote.countersLeft })}
        primary={{
          label: t("quotes.counterSend", { rate: format.money(rateFen) }),
          loading: counter.isPending,
          disabled: problem !== undefined,
          onClick: send,
        }}
      />
    </div>
  );
}
