import { refusalOf } from "@lingong/client";
import { useTRPC } from "@lingong/client/react";
import type { QuoteJob } from "@lingong/contracts";
import { ListSkeleton, QueryView, StateView, ZoneProvider } from "@lingong/ui";
import { IconTag } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Screen } from "../shell/screen.tsx";
import { OpenQuote } from "./open-quote.tsx";

/** One order open to quotes: the job, the market, and the price one names for it. */
export function QuotePage({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const query = useQuery(trpc.quotes.job.queryOptions({ orderId }));
  if (refusalOf(query.error)?.code === "quotes_not_wanted") return <Closed />;
  if (query.data !== undefined) {
    return (
      <ZoneProvider zone={query.data.job.zone}>
        <OpenQuote key={keyOf(query.data)} data={query.data} orderId={orderId} />
      </ZoneProvider>
    );
  }
  return (
    <Screen title={t("quote.mine")} backTo="/hall" width="wide">
      <QueryView query={query} skeleton={<ListSkeleton count={3} lines={4} />}>
        {() => null}
      </QueryView>
    </Screen>
  );
}

/** A price that was sent is the one the form begins with again; a counter in between leaves what is being typed alone. */
function keyOf({ mine }: QuoteJob): string {
  return mine === null ? "new" : `${mine.id} ${mine.askFenPerHour} ${mine.floorFenPerHour ?? ""} ${mine.standing}`;
}

/** The order takes no quotes any more: said plainly, with the way on. */
function Closed() {
  const { t } = useTranslation("worker");
  const { t: errors } = useTranslation("errors");
  const navigate = useNavigate();
  return (
    <Screen
      title={t("quote.mine")}
      backTo="/hall"
      actions={{ primary: { label: t("hall.seeAll"), onClick: () => void navigate({ to: "/hall", replace: true }) } }}
    >
      <StateView icon={IconTag} tone="neutral" title={t("quote.notNow")}>
        {errors("quotes_not_wanted")}
      </StateView>
    </Screen>
  );
}
