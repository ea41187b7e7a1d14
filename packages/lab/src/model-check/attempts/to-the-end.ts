import type { Actor, Command } from "@lingong/domain";
import { type Attempt, admin, attempt, customer, nextId, stranger, type Tries, workersOf } from "./attempt.ts";

export const ending: Tries = (world) => {
  const { order } = world;
  const tip = (fen: number): Command => ({ type: "tip", fen, paymentId: nextId("payment", world) });
  const mayTip = order.payments.length < world.scenario.bounds.payments;
  return [
    ...[customer, stranger].flatMap((actor) => [attempt(world, actor, { type: "confirm" }), attempt(world, actor, { type: "cancel", reason: "" })]),
    attempt(world, customer, { type: "cancel", reason: "" }, { forceMajeure: true }),
    attempt(world, admin, { type: "forceCancel", reason: "flood", settlement: "full_refund" }),
    attempt(world, admin, { type: "forceCancel", reason: "flood", settlement: "ladder" }),
    attempt(world, admin, { type: "forceCancel", reason: "", settlement: "ladder" }),
    ...(mayTip ? [attempt(world, customer, tip(200))] : []),
    attempt(world, stranger, tip(200)),
    attempt(world, customer, tip(99)),
    attempt(world, customer, tip(20_001)),
    attempt(world, customer, tip(10_000)),
  ];
};

const opening = (amountFen: number, reason: string): Command => ({ type: "openDispute", amountFen, reason, evidenceId: "evidence-0", files: [] });
const evidence = (textCommitment: string | null): Command => ({ type: "addEvidence", evidenceId: "evidence-1", textCommitment, files: [] });

export const disputing: Tries = (world) => {
  const { order } = world;
  const held = order.dispute?.heldFen ?? 0;
  const parties: readonly Actor[] = [customer, stranger, ...workersOf(order)];
  const decide = (id: string, toWorkerFen: number, toCustomerFen: number, reason = "photos", cited: readonly number[] = [1]): Attempt =>
    attempt(
      world,
      { role: "arbitrator", id },
      {
        type: "decideDispute",
        decision: { toWorkerFen, toCustomerFen, reason, citedVersions: cited, findings: [] },
      },
    );
  const inCharge = order.dispute?.arbitratorId ?? "arbitrator-1";
  const some = Math.floor(held / 3);
  return [
    ...parties.flatMap((actor) => [
      attempt(world, actor, opening(3_000, "dirty")),
      attempt(world, actor, { type: "acceptDecision" }),
      attempt(world, actor, { type: "appealDispute", reason: "unfair" }),
      attempt(world, actor, { type: "agreeSplit" }),
      ...(order.dispute?.splitProposal == null || actor.role === "worker"
        ? [attempt(world, actor, { type: "proposeSplit", toWorkerFen: some, toCustomerFen: held - some })]
        : []),
    ]),
    attempt(world, customer, opening(0, "dirty")),
    attempt(world, customer, opening(9_000_000, "dirty")),
    attempt(world, customer, opening(3_000, "")),
    attempt(world, customer, { type: "proposeSplit", toWorkerFen: held, toCustomerFen: 1 }),
    attempt(world, customer, { type: "appealDispute", reason: "" }),
    attempt(world, admin, { type: "closeEvidence" }),
    ...(order.dispute?.evidence.length === 0 ? parties.map((actor) => attempt(world, actor, evidence("0"))) : []),
    attempt(world, customer, evidence(null)),
    ...(order.dispute?.evidenceRequest === null
      ? [inCharge, "arbitrator-9"].map((id) => attempt(world, { role: "arbitrator", id }, { type: "askForEvidence", note: "the oven" }))
      : []),
    attempt(world, { role: "arbitrator", id: inCharge }, { type: "askForEvidence", note: " " }),
    ...["arbitrator-1", "arbitrator-2", "arbitrator-3", "customer-1", "worker-1"].map((arbitratorId) =>
      attempt(world, admin, { type: "assignArbitrator", arbitratorId }),
    ),
    decide(inCharge, held, 0),
    decide(inCharge, some, held - some),
    decide(inCharge, held + 1, 0),
    decide(inCharge, some, held - some, ""),
    decide(inCharge, some, held - some, "photos", []),
    decide(inCharge, some, held - some, "photos", [order.version + 1]),
    decide("arbitrator-9", some, held - some),
  ];
};
