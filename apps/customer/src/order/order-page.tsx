import { useOrderLive, useTRPC } from "@lingong/client/react";
import type { OrderView } from "@lingong/contracts";
import type { OrderState } from "@lingong/domain";
import { FailedView, Page, useText, ZoneProvider } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import { OrderProvider } from "./order-context.tsx";
import { OrderSkeleton } from "./order-skeleton.tsx";
import { BillStage } from "./stages/bill-stage.tsx";
import { DisputeStage } from "./stages/dispute-stage.tsx";
import { EndedStage } from "./stages/ended-stage.tsx";
import { JourneyStage } from "./stages/journey-stage.tsx";
import { MatchingStage } from "./stages/matching-stage.tsx";
import { QuotingStage } from "./stages/quoting-stage.tsx";
import { WorkStage } from "./stages/work-stage.tsx";

/** Which page an order's state has: a new state does not compile until it has one. */
const stages = {
  draft: EndedStage,
  quoting: QuotingStage,
  awaiting_payment: MatchingStage,
  matching: MatchingStage,
  accepted: JourneyStage,
  en_route: JourneyStage,
  arrived: JourneyStage,
  in_service: WorkStage,
  paused: WorkStage,
  awaiting_confirmation: BillStage,
  disputed: DisputeStage,
  completed: EndedStage,
  resolved: EndedStage,
  cancelled: EndedStage,
  expired: EndedStage,
} satisfies Record<OrderState, ComponentType>;

export function OrderPage({ orderId }: { readonly orderId: string }) {
  return <SignedIn>{() => <LoadedOrder orderId={orderId}>{(order) => <Stage order={order} />}</LoadedOrder>}</SignedIn>;
}

export interface LoadedOrderProps {
  readonly orderId: string;
  readonly children: (order: OrderView) => React.ReactNode;
}

/** An order's page lives: it follows its order's room and is fetched anew at each hint. */
export function LoadedOrder({ orderId, children }: LoadedOrderProps) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  useOrderLive(orderId);
  const query = useQuery(trpc.orders.get.queryOptions({ orderId }, { refetchInterval: ({ state }) => renewedEvery(state.data) }));
  if (query.data === undefined) {
    if (!query.isError) return <OrderSkeleton />;
    return (
      <Page title={t("order.title")}>
        <FailedView error={query.error} onRetry={query.refetch} />
      </Page>
    );
  }
  return (
    <ZoneProvider zone={query.data.zone}>
      <OrderProvider order={query.data}>{children(query.data)}</OrderProvider>
    </ZoneProvider>
  );
}

/** Figures that move with the clock alone (way, bill so far, fee of cancelling) are asked anew; everything else comes as a hint. */
function renewedEvery(order: OrderView | undefined): number | false {
  if (order === undefined || order.deadline === null) return false;
  return order.travel === null ? 30_000 : 15_000;
}

function Stage({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const Shown = stages[order.state];
  return (
    <>
      <PageTitle>{t("order.pageTitle", { state: domain(`orderState.${order.state}`), category: text(order.category.name) })}</PageTitle>
      <Shown />
    </>
  );
}
