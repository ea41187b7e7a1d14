import type { OrderCommand, OrderCommandType, OrderView } from "@lingong/contracts";
import type { Chance } from "../chance.ts";

/** What a command needs beside its type: mostly sensible, now and then absurd. */
interface Making {
  readonly order: OrderView;
  readonly subjectId: string | null;
  readonly chance: Chance;
  readonly now: number;
  readonly arbitratorIds: readonly string[];
}

const reason = "风暴测试";
const hour = 3_600_000;
const absurd = [0, -1, 0.5, 2 ** 53, Number.MAX_SAFE_INTEGER, 1e300] as const;

/** An amount up to `most`; one in thirty is none that anybody may ask for. */
function fenUpTo(most: number, chance: Chance): number {
  return chance.happens(1 / 30) ? (chance.pick(absurd) ?? 0) : chance.between(1, Math.max(1, most));
}

/** Two parts of the held money; one in ten does not add up. */
function splitOf({ order, chance }: Making): { readonly toWorkerFen: number; readonly toCustomerFen: number } {
  const held = order.dispute?.heldFen ?? 0;
  const toWorkerFen = chance.between(0, held);
  return { toWorkerFen, toCustomerFen: held - toWorkerFen + (chance.happens(0.1) ? 1 : 0) };
}

const makers: { readonly [Type in OrderCommandType]: (making: Making) => Omit<Extract<OrderCommand, { type: Type }>, "type"> } = {
  place: ({ order }) => ({ termsHash: order.terms.termsHash }),
  // The hash of raised terms is the server's to say: without asking it first, a raise is refused.
  raisePrice: ({ order, chance }) => ({ rateFenPerHour: order.terms.rateFenPerHour + chance.between(1, 500), termsHash: order.terms.termsHash }),
  cancel: () => ({ reason }),
  withdraw: () => ({ reason }),
  confirmTime: () => ({}),
  // Members are nowhere in the storm: a team names nobody, somebody a stranger.
  assignCrew: ({ order, chance }) => ({ memberIds: chance.happens(0.8) ? [] : [order.counterpart?.id ?? crypto.randomUUID()] }),
  depart: () => ({}),
  arrive: ({ order, chance }) => ({ position: chance.happens(0.8) ? (order.address?.position ?? null) : null, headcount: 1 }),
  allowEarlyStart: () => ({}),
  declareHere: () => ({}),
  start: () => ({ headcount: 1 }),
  pause: () => ({}),
  resume: () => ({}),
  proposeAddOn: ({ chance }) =>
    chance.happens(0.5)
      ? { kind: "time", title: "加时", minutes: 15 * chance.between(1, 4), fen: 0, photoId: null }
      : { kind: "item", title: "抽油烟机清洗", minutes: 0, fen: fenUpTo(20_000, chance), photoId: null },
  approveAddOn: ({ subjectId }) => ({ addOnId: subjectId ?? crypto.randomUUID() }),
  declineAddOn: ({ subjectId }) => ({ addOnId: subjectId ?? crypto.randomUUID() }),
  withdrawAddOn: ({ subjectId }) => ({ addOnId: subjectId ?? crypto.randomUUID() }),
  finish: ({ order, chance }) => ({
    reason: chance.pick(["done", "done", "done", "safety", "illness"] as const) ?? "done",
    doneAddOnIds: order.addOns.filter(({ state }) => state === "paid" && chance.happens(0.7)).map(({ id }) => id),
  }),
  confirm: () => ({}),
  tip: ({ chance }) => ({ fen: fenUpTo(3_000, chance) }),
  askToCancel: () => ({ reason }),
  reportNoShow: ({ order }) => ({ position: order.address?.position ?? null }),
  proposeReschedule: ({ now, chance }) => ({ startsAt: new Date(Math.ceil((now + chance.between(2, 40) * hour) / 300_000) * 300_000).toISOString() }),
  agreeReschedule: () => ({}),
  declineReschedule: () => ({}),
  openDispute: ({ order, chance }) => ({ amountFen: fenUpTo(order.money.heldFen, chance), reason, fileIds: [] }),
  addEvidence: ({ chance }) => ({ text: chance.happens(0.1) ? "" : "现场与约定不符", fileIds: [] }),
  askForEvidence: () => ({ note: reason }),
  proposeSplit: splitOf,
  agreeSplit: () => ({}),
  acceptDecision: () => ({}),
  appealDispute: () => ({ reason }),
  closeEvidence: () => ({}),
  assignArbitrator: ({ arbitratorIds, chance }) => ({ arbitratorId: chance.pick(arbitratorIds) ?? crypto.randomUUID() }),
  decideDispute: (making) => ({ ...splitOf(making), reason, citedVersions: [making.order.version], findings: [] }),
  forceCancel: ({ chance }) => ({ reason, settlement: chance.happens(0.5) ? "full_refund" : "ladder" }),
};

export const commandTypes = Object.keys(makers) as OrderCommandType[];

/** A command of a type on an order, with parameters by chance. */
export function commandOf(type: OrderCommandType, making: Making): OrderCommand {
  return { type, ...makers[type](making) } as OrderCommand;
}
