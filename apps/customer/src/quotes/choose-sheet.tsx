import { useIntended, useTRPC } from "@lingong/client/react";
import type { ActOutput, QuoteOffer } from "@lingong/contracts";
import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, MoneyList, useFormat } from "@lingong/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./quotes.module.css";

export interface ChooseSheetProps {
  /** Null: closed. */
  readonly quote: QuoteOffer | null;
  readonly onClose: () => void;
}

/** Taking a quote: what is prepaid for it, how long the time is kept, and on to the payment. */
export function ChooseSheet({ quote, onClose }: ChooseSheetProps) {
  const { t } = useTranslation("customer");
  return (
    <BottomSheet opened={quote !== null} onClose={onClose} title={t("quotes.chooseTitle", { name: quote?.worker.name ?? "" })}>
      {quote !== null && <Choice quote={quote} />}
    </BottomSheet>
  );
}

function Choice({ quote }: { readonly quote: QuoteOffer }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const choose = useIntended<{ quoteId: string; rateFenPerHour: number }, ActOutput>("choose", (api, input) => api.quotes.choose.mutate(input));
  const press = () =>
    choose.mutate(
      { quoteId: quote.id, rateFenPerHour: quote.rateFenPerHour },
      {
        onSuccess: ({ order }) => {
          queryClient.setQueryData(trpc.orders.get.queryKey({ orderId: order.id }), order);
          void navigate({ to: "/orders/$orderId/pay", params: { orderId: order.id }, search: { go: true } });
        },
        onError: () => void queryClient.invalidateQueries({ queryKey: trpc.quotes.pathKey() }),
      },
    );
  return (
    <div className={classes.stack}>
      <MoneyList
        lines={[
          { key: "rate", label: t("quotes.chooseRate"), detail: t("quotes.perHour"), fen: quote.rateFenPerHour },
          { key: "total", label: t("quotes.chooseTotal"), fen: quote.totalFen, tone: "strong" },
        ]}
      />
      <p className={classes.quiet}>{t("quotes.chooseText")}</p>
      {choose.error !== null && <ErrorAlert {...knownErrorOf(choose.error)} />}
      <ActionBar
        placement="inline"
        primary={{ label: t("quotes.chooseConfirm", { amount: format.money(quote.totalFen) }), loading: choose.isPending, onClick: press }}
      />
    </div>
  );
}
