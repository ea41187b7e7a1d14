import { useOrderLive, useTRPC } from "@lingong/client/react";
import type { Dossier } from "@lingong/contracts";
import { CardSkeleton, Loading, QueryView, StatusChip, useText, ZoneProvider } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ThreeColumns } from "../components/three-columns.tsx";
import { AdminPage } from "../shell/admin-page.tsx";
import { Actions, forcedActions } from "./actions/actions.tsx";
import { DisputePanel } from "./dispute-panel.tsx";
import { EventsPanel } from "./events-panel.tsx";
import { ExportPanel } from "./export-panel.tsx";
import { FactsPanel, MoneyPanel, OrderClock } from "./facts-panel.tsx";
import { JournalPanel } from "./journal-panel.tsx";
import { OffersPanel } from "./offers-panel.tsx";
import { PaymentsPanel } from "./payments-panel.tsx";
import { SafetyPanel } from "./safety-panel.tsx";
import { PhotosPanel, ScopePanel } from "./scope-panel.tsx";

export interface DossierPageProps {
  readonly orderId: string;
  /** The event to bring into view. */
  readonly event: number | null;
}

/** Everything about one order: what was agreed, what happened, where the money is, and what may be done. */
export function DossierPage({ orderId, event }: DossierPageProps) {
  const { t } = useTranslation("admin");
  const text = useText();
  const trpc = useTRPC();
  useOrderLive(orderId);
  const query = useQuery(trpc.admin.dossier.queryOptions({ orderId }));
  const { data: dossier } = query;
  const order = dossier?.order;
  return (
    <ZoneProvider zone={order?.zone ?? "Asia/Shanghai"}>
      <AdminPage
        title={order === undefined ? t("dossier.title") : t("dossier.heading", { code: order.code })}
        documentTitle={order === undefined ? undefined : t("dossier.documentTitle", { code: order.code, category: text(order.category.name) })}
        mark={order && <StatusChip state={order.state} />}
        note={order && <OrderClock order={order} />}
        actions={dossier && forcedActions(dossier).length > 0 ? <Actions dossier={dossier} /> : undefined}
      >
        <QueryView query={query} skeleton={<DossierSkeleton />}>
          {(loaded) => <Columns dossier={loaded} event={event} />}
        </QueryView>
      </AdminPage>
    </ZoneProvider>
  );
}

function Columns({ dossier, event }: { readonly dossier: Dossier; readonly event: number | null }) {
  return (
    <ThreeColumns
      columns={[
        <>
          <FactsPanel dossier={dossier} />
          <MoneyPanel dossier={dossier} />
          <ScopePanel order={dossier.order} />
        </>,
        <>
          <EventsPanel dossier={dossier} highlighted={event} />
          <PhotosPanel order={dossier.order} />
          <ExportPanel order={dossier.order} />
        </>,
        <>
          <SafetyPanel orderId={dossier.order.id} />
          <DisputePanel dossier={dossier} />
          <JournalPanel dossier={dossier} />
          <PaymentsPanel dossier={dossier} />
          <OffersPanel dossier={dossier} />
        </>,
      ]}
    />
  );
}

function DossierSkeleton() {
  return (
    <Loading>
      <ThreeColumns
        columns={[
          <>
            <CardSkeleton lines={6} />
            <CardSkeleton lines={4} />
          </>,
          <CardSkeleton key="record" lines={14} />,
          <>
            <CardSkeleton lines={6} />
            <CardSkeleton lines={4} />
          </>,
        ]}
      />
    </Loading>
  );
}
