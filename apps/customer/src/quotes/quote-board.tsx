import { useTRPC } from "@lingong/client/react";
import type { QuoteBoard as Board, QuoteOffer } from "@lingong/contracts";
import { ChoiceChips, ListSkeleton, Panel, PriceBand, QueryView, useFormat } from "@lingong/ui";
import { IconMessageDots } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChooseSheet } from "./choose-sheet.tsx";
import { CounterSheet } from "./counter-sheet.tsx";
import { QuoteCard } from "./quote-card.tsx";
import classes from "./quotes.module.css";
import { type QuoteSort, quoteSorts, sorted } from "./sort.ts";

export interface QuoteBoardProps {
  readonly orderId: string;
  readonly bookedMinutes: number;
  readonly headcount: number;
}

type Sheet = { readonly kind: "counter" | "choose"; readonly quoteId: string };

/** Quotes side by side, as they come in: what each costs in all, who it is, how far, and what may be done with it. */
export function QuoteBoard({ orderId, bookedMinutes, headcount }: QuoteBoardProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.quotes.board.queryOptions({ orderId }));
  const [sort, setSort] = useState<QuoteSort>("price");
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const close = () => setSheet(null);
  const shown = query.data?.quotes.find(({ id }) => id === sheet?.quoteId) ?? null;
  return (
    <section className={classes.board}>
      <QueryView query={query} skeleton={<ListSkeleton count={2} lines={3} />}>
        {(board) => (
          <>
            <BoardHead board={board} sort={sort} onSort={setSort} />
            {board.quotes.length === 0 ? (
              <Waiting />
            ) : (
              <ul className={classes.cards}>
                {sorted(board.quotes, sort).map((quote, index) => (
                  <li key={quote.id}>
                    <QuoteCard
                      quote={quote}
                      first={index === 0}
                      board={board}
                      onCounter={() => setSheet({ kind: "counter", quoteId: quote.id })}
                      onChoose={() => setSheet({ kind: "choose", quoteId: quote.id })}
                    />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
      <CounterSheet quote={sheetOf(sheet, shown, "counter")} bookedMinutes={bookedMinutes} headcount={headcount} onClose={close} />
      <ChooseSheet quote={sheetOf(sheet, shown, "choose")} onClose={close} />
    </section>
  );
}

function sheetOf(sheet: Sheet | null, quote: QuoteOffer | null, kind: Sheet["kind"]): QuoteOffer | null {
  return sheet?.kind === kind ? quote : null;
}

interface BoardHeadProps {
  readonly board: Board;
  readonly sort: QuoteSort;
  readonly onSort: (sort: QuoteSort) => void;
}

/** How many, where the market is and from how many orders that is known, and the order of the cards. */
function BoardHead({ board, sort, onSort }: BoardHeadProps) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { band } = board;
  const settled = band.source === "settled";
  return (
    <Panel
      title={board.quotes.length === 0 ? t("quotes.title") : t("quotes.headlineCount", { count: board.quotes.length })}
      aside={
        settled ? t("quotes.settled", { count: band.samples, days: band.windowDays }) : t("quotes.reference", { rate: format.money(band.p50Fen) })
      }
    >
      <div className={classes.stack}>
        {settled && <PriceBand low={band.p25Fen} median={band.p50Fen} high={band.p75Fen} labels="all" />}
        {board.asked > 0 && <span className={classes.quiet}>{t("quotes.asked", { count: board.asked })}</span>}
        {board.quotes.length > 1 && (
          <ChoiceChips
            label={t("quotes.sort")}
            value={sort}
            onChange={onSort}
            choices={quoteSorts.map((value) => ({ value, label: t(`quotes.sortBy.${value}`) }))}
          />
        )}
      </div>
    </Panel>
  );
}

function Waiting() {
  const { t } = useTranslation("customer");
  return (
    <Panel tone="dashed">
      <div className={classes.waiting} role="status">
        <IconMessageDots size={32} aria-hidden />
        <div>
          <b>{t("quotes.waiting")}</b>
          <p className={classes.quiet}>{t("quotes.waitingText")}</p>
        </div>
      </div>
    </Panel>
  );
}
