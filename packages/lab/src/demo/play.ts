import type { LingongClient } from "@lingong/client";
import type { ActOutput, OrderCommand, OrderView, TermsInput } from "@lingong/contracts";
import { Refusal } from "../command.ts";
import { payAwaited } from "../play/checkout.ts";
import { until } from "../play/until.ts";
import type { Story, StoryStep } from "./story.ts";

/** Who plays: the two sides, and the platform's people where a story needs them. */
export interface Cast {
  readonly customer: LingongClient;
  readonly worker: LingongClient;
  /** An operator, signed in anew when the clock has ended the session. */
  readonly admin: () => Promise<LingongClient>;
  /** Signs in an arbitrator by the name the dossier offers. */
  readonly arbitrator: (name: string) => Promise<LingongClient>;
}

/** One line of a played order's time line; `milliseconds`: how long the step took, `offerMs`: from paying to the offer on the worker's socket. */
export interface PlayedStep {
  readonly at: string;
  readonly by: string;
  readonly did: string;
  readonly state: string;
  readonly milliseconds: number;
  readonly offerMs: number | null;
}

export interface PlayedOrder {
  readonly id: string;
  readonly storyId: string;
  readonly title: string;
  readonly order: OrderView;
  readonly timeline: readonly PlayedStep[];
  readonly paidFen: number;
  readonly offerMs: number;
}

/** What a step leaves behind for the next ones. */
interface Scene {
  readonly cast: Cast;
  readonly orderId: string;
  readonly termsHash: string;
  arbitrator: LingongClient | null;
  paidFen: number;
  offerMs: number;
}

const minute = 60_000;

/** Listens for the first hint of an offer on the worker's socket, from now on. */
function nextOffer(worker: LingongClient): { readonly arrived: () => number | null; readonly stop: () => void } {
  let at: number | null = null;
  const stop = worker.live.on("hint", (hint) => {
    if (hint.kind === "offer" && at === null) at = performance.now();
  });
  return { arrived: () => at, stop };
}

async function act(client: LingongClient, scene: Scene, command: OrderCommand): Promise<ActOutput> {
  return client.act(scene.orderId, command);
}

/** Pays; the first payment of an order is followed until the offer is on the worker's socket. */
async function pay(scene: Scene): Promise<void> {
  const { customer, worker } = scene.cast;
  const first = scene.offerMs === 0;
  const offer = nextOffer(worker);
  try {
    const { fen, paidAt } = await payAwaited(customer, scene.orderId);
    scene.paidFen += fen;
    if (!first) return;
    await until("the offer on the worker's socket", () => offer.arrived() !== null);
    scene.offerMs = Math.round((offer.arrived() ?? paidAt) - paidAt);
  } finally {
    offer.stop();
  }
}

/** Takes the open offer, having read it. */
async function acceptOffer(scene: Scene): Promise<void> {
  const { worker } = scene.cast;
  const offers = await worker.api.offers.open.query();
  const mine = offers.find((offer) => offer.orderId === scene.orderId);
  if (mine === undefined) throw new Refusal("the worker has no open offer of this order");
  const { contractHash } = await worker.api.offers.get.query({ offerId: mine.id });
  await worker.intend({ accept: mine.id }, (idempotencyKey) => worker.api.offers.accept.mutate({ offerId: mine.id, idempotencyKey, contractHash }));
}

async function review(client: LingongClient, scene: Scene, step: StoryStep): Promise<void> {
  const { orderId } = scene;
  await client.intend({ review: orderId }, (idempotencyKey) =>
    client.api.reviews.write.mutate({ idempotencyKey, orderId, stars: step.stars ?? 5, tags: step.tags ?? [], text: step.text ?? "" }),
  );
}

async function arbitrate(scene: Scene, step: StoryStep): Promise<void> {
  if (scene.arbitrator === null) throw new Refusal("nobody is in charge of the dispute");
  const { dispute } = await scene.arbitrator.api.orders.get.query({ orderId: scene.orderId });
  const toWorkerFen = step.fen ?? 0;
  await act(scene.arbitrator, scene, {
    type: "decideDispute",
    toWorkerFen,
    toCustomerFen: (dispute?.heldFen ?? 0) - toWorkerFen,
    reason: step.text ?? "",
    citedVersions: [1],
  });
}

async function assignArbitrator(scene: Scene): Promise<void> {
  const admin = await scene.cast.admin();
  const { arbitrators } = await admin.api.admin.dossier.query({ orderId: scene.orderId });
  const chosen = arbitrators[0];
  if (chosen === undefined) throw new Refusal("no arbitrator is free of conflict");
  await act(admin, scene, { type: "assignArbitrator", arbitratorId: chosen.id });
  scene.arbitrator = await scene.cast.arbitrator(chosen.name);
}

/** The ids of the paid items, when they were done. */
async function doneItems(client: LingongClient, scene: Scene, step: StoryStep): Promise<string[]> {
  if (step.addOnsDone !== true) return [];
  const { addOns } = await client.api.orders.get.query({ orderId: scene.orderId });
  return addOns.filter((addOn) => addOn.kind === "item" && addOn.state === "paid").map((addOn) => addOn.id);
}

async function approveFirst(client: LingongClient, scene: Scene): Promise<void> {
  const { addOns } = await client.api.orders.get.query({ orderId: scene.orderId });
  const proposed = addOns.find((addOn) => addOn.state === "proposed");
  if (proposed === undefined) throw new Refusal("no add-on is proposed");
  await act(client, scene, { type: "approveAddOn", addOnId: proposed.id });
}

/** Steps that are more than one command, or need something looked up. */
const errands: Readonly<Record<string, (client: LingongClient, scene: Scene, step: StoryStep) => Promise<unknown>>> = {
  pay: (_client, scene) => pay(scene),
  accept: (_client, scene) => acceptOffer(scene),
  review,
  assignArbitrator: (_client, scene) => assignArbitrator(scene),
  decideDispute: (_client, scene, step) => arbitrate(scene, step),
  approveAddOn: approveFirst,
  finish: async (client, scene, step) => act(client, scene, { type: "finish", reason: "done", doneAddOnIds: await doneItems(client, scene, step) }),
};

/** The command of a step that is one command. */
function commandOf(scene: Scene, step: StoryStep): OrderCommand {
  switch (step.do) {
    case "place":
      return { type: "place", termsHash: scene.termsHash };
    case "confirmTime":
    case "depart":
    case "pause":
    case "resume":
    case "confirm":
    case "acceptDecision":
    case "closeEvidence":
      return { type: step.do };
    case "arrive":
      return { type: "arrive", position: null, headcount: step.headcount ?? 1 };
    case "start":
      return { type: "start", headcount: step.headcount ?? 1 };
    case "cancel":
      return { type: "cancel", reason: step.text ?? "" };
    case "proposeAddOn":
      return { type: "proposeAddOn", kind: "item", title: step.title ?? "", minutes: 0, fen: step.fen ?? 0, photoId: null };
    case "openDispute":
      return { type: "openDispute", amountFen: step.fen ?? 0, reason: step.text ?? "" };
    default:
      throw new Refusal(`a story cannot "${step.do}"`);
  }
}

async function playerOf(scene: Scene, { by }: StoryStep): Promise<LingongClient | null> {
  if (by === "arbitrator") return scene.arbitrator;
  return by === "admin" ? scene.cast.admin() : scene.cast[by];
}

async function take(scene: Scene, step: StoryStep): Promise<void> {
  const client = await playerOf(scene, step);
  if (client === null) throw new Refusal(`nobody plays the ${step.by}`);
  const errand = errands[step.do];
  if (errand === undefined) await act(client, scene, commandOf(scene, step));
  else await errand(client, scene, step);
}

/** Moves the server's clock to a step's minute from the start of work; what falls due on the way happens first. */
async function moveClock(scene: Scene, at: number): Promise<void> {
  const { worker, customer } = scene.cast;
  const order = await customer.api.orders.get.query({ orderId: scene.orderId });
  const start = Date.parse(order.workingStart ?? order.startsAt ?? "");
  const to = start + at * minute;
  const { now } = await customer.api.clock.now.query();
  if (to > Date.parse(now)) await worker.api.development.advanceClock.mutate({ to: new Date(to).toISOString() });
}

/** The customer's draft of the story's terms, a start counted from the server's clock. */
async function draft(customer: LingongClient, story: Story): Promise<{ readonly orderId: string; readonly termsHash: string }> {
  const { now } = await customer.api.clock.now.query();
  const start =
    story.startsInMinutes === null
      ? null
      : new Date(Math.ceil((Date.parse(now) + story.startsInMinutes * minute) / (15 * minute)) * 15 * minute).toISOString();
  const terms: TermsInput = { ...story.terms, startsAt: start };
  return customer.intend({ draft: story.title }, (idempotencyKey) => customer.api.orders.createDraft.mutate({ idempotencyKey, terms }));
}

/** Plays one order from its draft to its end, through real clients only. */
export async function playOrder(storyId: string, story: Story, cast: Cast, onStep: (step: PlayedStep) => void): Promise<PlayedOrder> {
  const { orderId, termsHash } = await draft(cast.customer, story);
  const scene: Scene = { cast, orderId, termsHash, arbitrator: null, paidFen: 0, offerMs: 0 };
  const timeline: PlayedStep[] = [];
  for (const step of story.story) {
    if (step.at !== undefined) await moveClock(scene, step.at);
    const began = performance.now();
    const offerBefore = scene.offerMs;
    try {
      await take(scene, step);
    } catch (error) {
      throw new Refusal(`${story.title}: ${step.by} cannot ${step.do}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const [order, { now }] = await Promise.all([cast.customer.api.orders.get.query({ orderId }), cast.customer.api.clock.now.query()]);
    const played: PlayedStep = {
      at: now,
      by: step.by,
      did: step.do,
      state: order.state,
      milliseconds: Math.round(performance.now() - began),
      offerMs: scene.offerMs === offerBefore ? null : scene.offerMs,
    };
    timeline.push(played);
    onStep(played);
  }
  const order = await cast.customer.api.orders.get.query({ orderId });
  return { id: orderId, storyId, title: story.title, order, timeline, paidFen: scene.paidFen, offerMs: scene.offerMs };
}
