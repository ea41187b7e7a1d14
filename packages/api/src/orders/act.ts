import type { ActInput, ActOutput, BriefOutput, OrderCommandParsed } from "@lingong/contracts";
import { auditLog, orders, photos, users } from "@lingong/db";
import type { Actor, Command, Order } from "@lingong/domain";
import { evidenceCommand } from "../disputes/evidence.ts";
import { findingsOf } from "../disputes/proposal.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { commandFrom, paymentIdOf } from "./commands.ts";
import { execute } from "./execute.ts";
import { requestOf } from "./idempotency.ts";
import { adminCommands, viewerOf } from "./party.ts";
import { paymentView } from "./view/parts.ts";
import { viewOrder } from "./view.ts";

interface Result {
  readonly paymentId: string | null;
}

type Asked = Omit<ActInput, "command"> & { readonly command: OrderCommandParsed };

function actorOf(ctx: Signed, order: Order, command: Command): Actor {
  const { actor, side } = viewerOf(ctx.session, order);
  if (side !== "admin") return actor;
  const needed = adminCommands[command.type];
  if (needed !== undefined && !ctx.session.adminRoles.includes(needed)) fail("wrong_role", { role: needed });
  return needed === "arbitrator" ? { role: "arbitrator", id: actor.id } : actor;
}

/** Photos named by a command are the person's own, of this order. */
async function checkPhoto(ctx: Signed, command: Command, orderId: string): Promise<void> {
  if (command.type !== "proposeAddOn" || command.photoId === null) return;
  const photo = await photos.findById(ctx.services.db, command.photoId);
  if (photo === null || photo.ownerId !== ctx.session.userId || photo.orderId !== orderId)
    fail("not_found", { photoId: command.photoId }, "command.photoId");
}

/** An arbitrator put in charge is one, and not a party: whether they were involved before, the domain judges. */
async function checkArbitrator(ctx: Signed, command: Command, order: Order): Promise<void> {
  if (command.type !== "assignArbitrator") return;
  const { arbitratorId } = command;
  if (arbitratorId === order.customerId || arbitratorId === order.assignment?.workerId) fail("arbitrator_involved");
  const user = await users.findById(ctx.services.db, arbitratorId);
  if (user === null || !user.adminRoles.includes("arbitrator")) fail("not_found", { arbitratorId }, "command.arbitratorId");
}

/** What was asked, with what only the server knows: sealed words, hashes of files, the record's own findings. */
async function commandOf(ctx: Signed, order: Order, { command, idempotencyKey }: Asked): Promise<Command> {
  if (command.type === "openDispute" || command.type === "addEvidence") return evidenceCommand(ctx, order, command, idempotencyKey);
  if (command.type !== "decideDispute") return commandFrom(command);
  const { type, findings, ...decision } = command;
  return { type, decision: { ...decision, findings: await findingsOf(ctx.services, order, findings) } };
}

/** What became of a command. */
interface Acted {
  readonly order: Order;
  readonly payment: ActOutput["payment"];
  readonly repeated: boolean;
}

/** One command of a person, by key: role and identity are the session's, ids and time the server's. */
async function carryOut(ctx: Signed, input: Asked): Promise<Acted> {
  const { services, session } = ctx;
  const record = found(await orders.findById(services.db, input.orderId));
  const { order } = record;
  const command = await commandOf(ctx, order, input);
  const actor = actorOf(ctx, order, command);
  await checkPhoto(ctx, command, order.id);
  await checkArbitrator(ctx, command, order);
  const asked: Result = { paymentId: paymentIdOf(command) };
  const executed = await execute(services, {
    orderId: order.id,
    actor,
    command,
    request: requestOf(services.secrets, session.userId, input.idempotencyKey, { orderId: order.id, command: input.command }, asked),
    record,
    occurredAt: input.performedAt == null ? null : Date.parse(input.performedAt),
  });
  const repeated = executed.outcome === null;
  if (session.app === "admin" && !repeated) {
    await auditLog.insert(services.db, {
      at: services.clock.now(),
      actorId: session.userId,
      actorRole: actor.role,
      action: `order.${command.type}`,
      subjectKind: "order",
      subjectId: order.id,
      reason: "reason" in input.command ? input.command.reason : null,
      data: {},
    });
  }
  const { paymentId } = executed.result as Result;
  const now = repeated ? found(await orders.findById(services.db, order.id)).order : executed.order;
  const payment = now.payments.find(({ id, state }) => id === paymentId && state === "awaited");
  return { order: now, payment: payment === undefined ? null : paymentView(payment), repeated };
}

/** Carries out a command and answers with the order's page. */
export async function act(ctx: Signed, input: Asked): Promise<ActOutput> {
  const acted = await carryOut(ctx, input);
  return { ...acted, order: await viewOrder(ctx, acted.order) };
}

/** Carries out a command; the page is left to be asked for. */
export async function actBriefly(ctx: Signed, input: Asked): Promise<BriefOutput> {
  const { order, payment, repeated } = await carryOut(ctx, input);
  return { orderId: order.id, version: order.version, state: order.state, payment, repeated };
}
