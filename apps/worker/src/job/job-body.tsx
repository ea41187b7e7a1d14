import { type ReactNode, useEffect, useRef } from "react";
import { ChatRow } from "../chat/chat-row.tsx";
import { Columns } from "../shell/columns.tsx";
import { AddOnsPanel } from "./panels/add-ons-panel.tsx";
import { ArrivedPanel } from "./panels/arrived-panel.tsx";
import { BillPanel } from "./panels/bill-panel.tsx";
import { CrewPanel } from "./panels/crew-panel.tsx";
import { DisputePanel } from "./panels/dispute-panel.tsx";
import { EndedPanel } from "./panels/ended-panel.tsx";
import { InsurancePanel } from "./panels/insurance-panel.tsx";
import { MomentsPanel } from "./panels/moments-panel.tsx";
import { PhotosPanel } from "./panels/photos-panel.tsx";
import { PlacePanel } from "./panels/place-panel.tsx";
import { RecordPanel } from "./panels/record-panel.tsx";
import { ReschedulePanel } from "./panels/reschedule-panel.tsx";
import { ScopePanel } from "./panels/scope-panel.tsx";
import { SettlementPanel } from "./panels/settlement-panel.tsx";
import { TimerPanel } from "./panels/timer-panel.tsx";
import { TravelPanel } from "./panels/travel-panel.tsx";
import { UpcomingPanel } from "./panels/upcoming-panel.tsx";
import { TroubleRows } from "./sheets/trouble-rows.tsx";
import type { StepKey } from "./steps/shown-steps.ts";
import type { Job } from "./use-job.ts";

interface Layout {
  /** What is now: at the left of a desk, first on a phone. */
  readonly main: (job: Job) => ReactNode;
  readonly side: (job: Job) => ReactNode;
}

const scope = (job: Job) => <ScopePanel order={job.order} />;

const before: Layout = {
  main: (job) => (
    <>
      <UpcomingPanel job={job} />
      <CrewPanel job={job} />
      <PlacePanel job={job} />
      <AddOnsPanel job={job} />
      <TroubleRows job={job} />
    </>
  ),
  side: scope,
};

const working: Layout = {
  main: (job) => (
    <>
      <TimerPanel job={job} />
      <CrewPanel job={job} />
      <AddOnsPanel job={job} />
      <TroubleRows job={job} />
    </>
  ),
  side: (job) => (
    <>
      <PhotosPanel order={job.order} purpose="during" />
      <PlacePanel job={job} />
      <ScopePanel order={job.order} />
    </>
  ),
};

/** What stands on the page at each step. */
const layouts: Readonly<Record<StepKey, Layout>> = {
  confirm_time: before,
  depart: {
    main: (job) => (
      <>
        <TravelPanel job={job} />
        <CrewPanel job={job} />
        <PlacePanel job={job} />
        <TroubleRows job={job} />
      </>
    ),
    side: scope,
  },
  arrive: {
    main: (job) => (
      <>
        <ArrivedPanel job={job} />
        <CrewPanel job={job} />
        <PhotosPanel order={job.order} purpose="before" />
        <AddOnsPanel job={job} />
        <TroubleRows job={job} />
      </>
    ),
    side: (job) => (
      <>
        <PlacePanel job={job} />
        <ScopePanel order={job.order} />
      </>
    ),
  },
  start: working,
  work: working,
  finish: {
    main: (job) => (
      <>
        <SettlementPanel job={job} />
        <BillPanel order={job.order} />
        <TroubleRows job={job} />
      </>
    ),
    side: (job) => (
      <>
        <PhotosPanel order={job.order} purpose="after" />
        <MomentsPanel order={job.order} />
        <RecordPanel orderId={job.order.id} />
      </>
    ),
  },
  settle: {
    main: (job) => (
      <>
        <EndedPanel job={job} />
        <BillPanel order={job.order} />
      </>
    ),
    side: (job) => (
      <>
        <PhotosPanel order={job.order} purpose="after" shownOnly />
        <MomentsPanel order={job.order} />
        <RecordPanel orderId={job.order.id} />
      </>
    ),
  },
};

/** The page under the steps: what is now, what the other side wants, and what helps. */
export function JobBody({ job }: { readonly job: Job }) {
  const key = job.steps.ended ? "settle" : (job.steps.keys[job.steps.current] ?? "confirm_time");
  const { main, side } = layouts[key];
  useTopOfStep(key);
  return (
    <Columns
      main={
        <>
          <ReschedulePanel job={job} />
          <DisputePanel job={job} />
          <ChatRow order={job.order} />
          {main(job)}
        </>
      }
      side={
        <>
          {side(job)}
          <InsurancePanel job={job} />
        </>
      }
    />
  );
}

/** A new step begins at its top: what was scrolled to belonged to the one before. */
function useTopOfStep(key: StepKey): void {
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    scrollTo({ top: 0, behavior: "smooth" });
  }, [key]);
}
