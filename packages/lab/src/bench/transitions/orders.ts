import { type Actor, type Command, type Facts, HOUR, type Instant, MINUTE, type Order, termsHash, transition } from "@lingong/domain";
import { beginning, scenarios } from "../../model-check/scenarios.ts";
import { factsOf, firstWorld, place, workers } from "../../model-check/world.ts";

/** One step of a recorded order: everything `transition` is given, the order as it stood before included. */
export interface RecordedStep {
  readonly order: Order;
  readonly actor: Actor;
  readonly command: Command;
  readonly facts: Facts;
  readonly now: Instant;
}

/** A whole order, from its draft to its end, as its commands made it. */
export interface RecordedOrder {
  readonly name: string;
  readonly steps: readonly RecordedStep[];
  readonly end: Order;
}

type Asked = readonly [by: Actor, command: Command, minutesFromStart: number];

const customer: Actor = { role: "customer", id: "customer-1" };
const worker: Actor = { role: "worker", id: workers[0] };
const provider: Actor = { role: "payment_provider", id: "sandbox" };
const start = beginning + 4 * HOUR;

function captured(paymentId: string, fen: number): Command {
  return { type: "capturePayment", paymentId, fen, captureId: `capture-${paymentId}`, assignmentId: "assignment-1" };
}

const finish: Command = { type: "finish", reason: "done", doneAddOnIds: [] };

const accepted: readonly Asked[] = [
  [provider, captured("payment-1", 11_498), -239],
  [worker, { type: "accept", offerId: "offer-1", assignmentId: "assignment-1" }, -238],
];
const atWork: readonly Asked[] = [
  ...accepted,
  [worker, { type: "depart" }, -40],
  [worker, { type: "arrive", position: place, headcount: 1 }, -10],
  [worker, { type: "start", headcount: 1 }, 0],
];

/** What people do after `place`: the plain job, a long one with its pauses and an extra item, one left late, one disputed. */
const stories: Readonly<Record<string, readonly Asked[]>> = {
  plain: [...atWork, [worker, finish, 118], [customer, { type: "confirm" }, 125]],
  "with pauses and an extra item": [
    ...atWork,
    [worker, { type: "pause" }, 20],
    [worker, { type: "resume" }, 30],
    [worker, { type: "proposeAddOn", addOnId: "hood", kind: "item", title: "抽油烟机清洗", minutes: 0, fen: 8_000, photoId: null }, 40],
    [customer, { type: "approveAddOn", addOnId: "hood", paymentId: "payment-2" }, 42],
    [provider, captured("payment-2", 8_000), 43],
    [worker, { type: "signOfLife" }, 80],
    [worker, { ...finish, doneAddOnIds: ["hood"] }, 130],
    [customer, { type: "confirm" }, 140],
    [customer, { type: "tip", fen: 500, paymentId: "payment-3" }, 141],
    [provider, captured("payment-3", 500), 142],
  ],
  "left late": [...accepted, [customer, { type: "cancel", reason: "临时出差" }, -30]],
  disputed: [
    ...atWork,
    [worker, finish, 118],
    [customer, { type: "openDispute", amountFen: 3_000, reason: "厨房没做", evidenceId: "evidence", files: [] }, 125],
    [worker, { type: "proposeSplit", toWorkerFen: 2_000, toCustomerFen: 1_000 }, 200],
    [customer, { type: "agreeSplit" }, 210],
  ],
};

function recorded(name: string, asked: readonly Asked[]): RecordedOrder {
  const scenario = scenarios.find((each) => each.name === "scheduled");
  if (scenario === undefined) throw new TypeError("the model check has no scheduled order");
  const { world } = firstWorld(scenario);
  const steps: RecordedStep[] = [];
  let order = world.order;
  const placed: Asked = [customer, { type: "place", termsHash: termsHash(order.terms), paymentId: "payment-1" }, -240];
  for (const [actor, command, minutes] of [placed, ...asked]) {
    const now = start + minutes * MINUTE;
    const offer =
      command.type !== "accept" ? null : { id: command.offerId, workerId: actor.id, round: 1, state: "open" as const, expiresAt: now + MINUTE };
    const facts = factsOf({ ...world, order }, { offer });
    const result = transition(order, actor, command, facts, now);
    if (!result.ok) throw new TypeError(`${name}: ${command.type} was refused: ${result.error.code}`);
    steps.push({ order, actor, command, facts, now });
    order = result.value.order;
  }
  return { name, steps, end: order };
}

/** The orders both engines walk. */
export function recordOrders(): readonly RecordedOrder[] {
  return Object.entries(stories).map(([name, asked]) => recorded(name, asked));
}
