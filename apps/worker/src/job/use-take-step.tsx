import type { OrderCommand } from "@lingong/contracts";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { currentPosition } from "../position/current-position.ts";
import { usePositionReporting } from "../position/position-reports.tsx";
import { CrewSheet } from "./sheets/crew-sheet.tsx";
import type { StepCommand } from "./steps/next-step.ts";
import type { Job } from "./use-job.ts";

export interface TakeStep {
  readonly take: (command: StepCommand) => void;
  /** A step whose place is being found. */
  readonly preparing: StepCommand | null;
  readonly helpers: ReactNode;
}

/** Takes a step: asks for what only the worker knows (how many came, where they are), and for nothing else. */
export function useTakeStep(job: Job): TakeStep {
  const navigate = useNavigate();
  const { here } = usePositionReporting();
  const [preparing, setPreparing] = useState<StepCommand | null>(null);
  const [crewFor, setCrewFor] = useState<"arrive" | "start" | null>(null);
  const { order, perform } = job;
  // What the server refuses is shown on the page; a step without a network is kept.
  const send = (command: OrderCommand) => void perform(command).catch(() => undefined);
  const withCrew = async (command: "arrive" | "start", headcount: number) => {
    setCrewFor(null);
    if (command === "start") return send({ type: "start", headcount });
    setPreparing("arrive");
    const position = here ?? (await currentPosition());
    setPreparing(null);
    send({ type: "arrive", position, headcount });
  };
  const onCrew = (command: "arrive" | "start") => {
    if (order.terms.headcount === 1) void withCrew(command, 1);
    else setCrewFor(command);
  };
  const ways: Readonly<Record<StepCommand, () => void>> = {
    confirmTime: () => send({ type: "confirmTime" }),
    depart: () => send({ type: "depart" }),
    arrive: () => onCrew("arrive"),
    start: () => onCrew("start"),
    pause: () => send({ type: "pause" }),
    resume: () => send({ type: "resume" }),
    finish: () => void navigate({ to: "/jobs/$orderId/finish", params: { orderId: order.id } }),
  };
  return {
    take: (command) => ways[command](),
    preparing,
    helpers: (
      <CrewSheet
        opened={crewFor !== null}
        onClose={() => setCrewFor(null)}
        ordered={order.terms.headcount}
        onConfirm={(headcount) => crewFor !== null && void withCrew(crewFor, headcount)}
      />
    ),
  };
}
