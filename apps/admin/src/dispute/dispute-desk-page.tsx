import { useOrderLive, useTRPC } from "@lingong/client/react";
import type { DisputeView, Dossier } from "@lingong/contracts";
import { CardSkeleton, Chip, Loading, QueryView, StateView, ZoneProvider } from "@lingong/ui";
import { IconGavel } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ThreeColumns } from "../components/three-columns.tsx";
import { EventsPanel } from "../dossier/events-panel.tsx";
import { AdminPage } from "../shell/admin-page.tsx";
import { CasePanel } from "./case-panel.tsx";
import { DecideForm } from "./decide-form.tsx";
import { DeskActions } from "./desk-actions.tsx";
import { DeskClock } from "./desk-clock.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";
import { ItemsPanel } from "./items-panel.tsx";
import { WatchColumn } from "./watch-column.tsx";

/** One dispute as an arbitrator decides it: the case, the evidence side by side, the proposed split with its reasons. */
export function DisputeDeskPage({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const trpc = useTRPC();
  useOrderLive(orderId);
  const query = useQuery(trpc.admin.dossier.queryOptions({ orderId }));
  const { data: dossier } = query;
  const dispute = dossier?.order.dispute ?? null;
  return (
    <ZoneProvider zone={dossier?.order.zone ?? "Asia/Shanghai"}>
      <AdminPage
        title={dossier === undefined ? t("dispute.title") : t("desk.heading", { code: dossier.order.code })}
        mark={
          dispute && (
            <Chip tone="accent" icon={IconGavel}>
              {domain(`disputeState.${dispute.state}`)}
            </Chip>
          )
        }
        note={dossier && dispute && <DeskClock order={dossier.order} />}
        actions={dossier && dispute ? <DeskActions dossier={dossier} /> : undefined}
      >
        <QueryView query={query} skeleton={<DeskSkeleton />}>
          {(loaded) => (loaded.order.dispute === null ? <NoDispute /> : <Desk dossier={loaded} dispute={loaded.order.dispute} />)}
        </QueryView>
      </AdminPage>
    </ZoneProvider>
  );
}

function Desk({ dossier, dispute }: { readonly dossier: Dossier; readonly dispute: DisputeView }) {
  const decides = dossier.order.actions.some(({ command }) => command === "decideDispute");
  return (
    <ThreeColumns
      columns={[
        <>
          <CasePanel dossier={dossier} dispute={dispute} />
          <EventsPanel dossier={dossier} highlighted={null} brief />
        </>,
        <>
          <EvidencePanel dossier={dossier} dispute={dispute} />
          <ItemsPanel dossier={dossier} />
        </>,
        decides ? (
          <DecideForm key={`${dispute.state} ${dispute.heldFen}`} dossier={dossier} dispute={dispute} />
        ) : (
          <WatchColumn dossier={dossier} dispute={dispute} />
        ),
      ]}
    />
  );
}

function NoDispute() {
  const { t } = useTranslation("admin");
  return <StateView icon={IconGavel} title={t("disputes.none")} />;
}

function DeskSkeleton() {
  return (
    <Loading>
      <ThreeColumns
        columns={[<CardSkeleton key="case" lines={10} />, <CardSkeleton key="evidence" lines={14} />, <CardSkeleton key="decision" lines={8} />]}
      />
    </Loading>
  );
}
