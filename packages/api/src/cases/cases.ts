import type { OrderCaseOutput, ShowCaseInput, WorkerCasesOutput } from "@lingong/contracts";
import { leaveHints, orders, type Photo, photos, type WorkCase, workCases } from "@lingong/db";
import { type BeforeAfter, beforeAfterOf, type Order } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import type { Context, Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { viewerOf } from "../orders/party.ts";
import { categoryRef } from "../orders/view/category.ts";
import { documentType } from "../photos/view.ts";

const casesShown = 12;

/** Only work that was finished and settled has a before and an after. */
const done: ReadonlySet<Order["state"]> = new Set(["completed", "resolved"]);

/** An order of one's own, as its customer. */
async function ownOrder({ services, session }: Signed, orderId: string): Promise<Order> {
  const { order } = found(await orders.findById(services.db, orderId));
  return viewerOf(session, order).side === "customer" ? order : fail("wrong_role");
}

/** The pair the worker photographed; null: none, or the work is not done. */
async function pairOf({ db }: Services, order: Order): Promise<BeforeAfter | null> {
  const { assignment, state } = order;
  if (assignment === null || !done.has(state)) return null;
  const all = await photos.listForOrder(db, order.id);
  return beforeAfterOf(all.filter((photo) => isPicture(photo) && photo.ownerId === assignment.workerId));
}

const isPicture = ({ state, contentType }: Photo): boolean => state === "kept" && contentType !== documentType;

function pairView({ files }: Services, { before, after }: BeforeAfter) {
  const view = (id: string) => ({ id, url: files.urlOf(id), thumbnailUrl: files.thumbnailUrlOf(id) });
  return { before: view(before), after: view(after) };
}

const agreedPair = ({ beforePhotoId, afterPhotoId }: WorkCase): BeforeAfter => ({ before: beforePhotoId, after: afterPhotoId });

/** What the customer of an order may let its worker's page show, and whether they do. */
export async function loadOrderCase(ctx: Signed, orderId: string): Promise<OrderCaseOutput> {
  const { services } = ctx;
  const order = await ownOrder(ctx, orderId);
  const shown = await workCases.findShown(services.db, orderId);
  const pair = shown === null ? await pairOf(services, order) : agreedPair(shown);
  return { pair: pair === null ? null : pairView(services, pair), shown: shown !== null };
}

async function agree(ctx: Signed, order: Order): Promise<WorkCase> {
  const { services } = ctx;
  const pair = await pairOf(services, order);
  if (pair === null || order.assignment === null) return fail("wrong_state", { state: order.state });
  return {
    orderId: order.id,
    workerId: order.assignment.workerId,
    customerId: order.customerId,
    categoryId: order.terms.categoryId,
    minutes: order.bill?.workedMinutes ?? 0,
    beforePhotoId: pair.before,
    afterPhotoId: pair.after,
    agreedAt: services.clock.now(),
  };
}

/** Lets the worker's page show the pair, or no longer: at any time, at once. Errors: `not_yours`, `wrong_state` without a pair. */
export async function showCase(ctx: Signed, { idempotencyKey, orderId, shown }: ShowCaseInput): Promise<OrderCaseOutput> {
  const { services, session } = ctx;
  const order = await ownOrder(ctx, orderId);
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { showCase: { orderId, shown } }, null);
  await onlyOnce(services, request, async (transaction) => {
    const now = services.clock.now();
    if (shown) await workCases.agree(transaction, await agree(ctx, order));
    else await workCases.withdraw(transaction, orderId, now);
    const rooms = [`user:${order.customerId}`, ...(order.assignment === null ? [] : [`user:${order.assignment.workerId}`])];
    await leaveHints(transaction, [{ rooms, kind: "case", subjectId: orderId, version: null, data: null }], now);
    return null;
  });
  return loadOrderCase(ctx, orderId);
}

/** What a worker's page shows to anybody. */
export async function listWorkerCases({ services }: Context, workerId: string): Promise<WorkerCasesOutput> {
  const shown = await workCases.listShown(services.db, workerId, casesShown);
  const items = shown.map((one) => ({
    ...pairView(services, agreedPair(one)),
    id: one.beforePhotoId,
    category: categoryRef(knownCategory(one.categoryId)),
    minutes: one.minutes,
    agreedAt: iso(one.agreedAt),
  }));
  return { items };
}
