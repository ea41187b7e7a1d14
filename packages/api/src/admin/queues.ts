import type { DisputeRow, OverdueRow, Page, VerificationRow, VerificationsInput } from "@lingong/contracts";
import { deadlines, orders, users, verifications, workers } from "@lingong/db";
import { maskIdentityNumber, SECOND } from "@lingong/domain";
import { openSealed } from "../accounts/people.ts";
import { knownCategory } from "../catalog/lookup.ts";
import { readable } from "../disputes/complete.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { categoryRef } from "../orders/view/category.ts";
import { codeOf } from "../orders/view/order-view.ts";
import { verificationView } from "../workers/verification-view.ts";

/** A deadline is overdue when it has not fired for this long: somebody should look. */
export const overdueAfter = 30 * SECOND;
const shown = 200;

/** Timed exits that should have fired and have not. */
export async function listOverdue({ services }: Signed): Promise<OverdueRow[]> {
  const now = services.clock.now();
  const list = await deadlines.listOverdue(services.db, now - overdueAfter, shown);
  return list.map(({ orderId, what, dueAt, state }) => ({
    orderId,
    what,
    at: iso(dueAt),
    overdueSeconds: Math.floor((now - dueAt) / SECOND),
    state,
  }));
}

/** Open disputes, the one due first at the front. */
export async function listDisputes({ services }: Signed): Promise<DisputeRow[]> {
  const open = (await orders.listDisputed(services.db, shown)).map(readable);
  const people = await users.findMany(
    services.db,
    open.flatMap((order) => [order.customerId, order.assignment?.workerId, order.dispute?.arbitratorId].filter((id) => id != null)),
  );
  return open
    .flatMap((order) => (order.dispute === null ? [] : [{ order, dispute: order.dispute }]))
    .map(({ order, dispute }) => ({
      orderId: order.id,
      code: codeOf(order.id),
      category: categoryRef(knownCategory(order.terms.categoryId)),
      cityId: order.cityId,
      district: order.terms.place?.district ?? null,
      customerName: people.get(order.customerId)?.displayName ?? "",
      workerName: people.get(order.assignment?.workerId ?? "")?.displayName ?? null,
      state: dispute.state,
      openedBy: dispute.openedBy,
      openedAt: iso(dispute.openedAt),
      dueAt: iso(dispute.dueAt),
      heldFen: dispute.heldFen,
      arbitratorId: dispute.arbitratorId,
      arbitratorName: people.get(dispute.arbitratorId ?? "")?.displayName ?? null,
      escalations: dispute.escalations,
      unpublishedYears: [...dispute.unpublishedYears],
    }));
}

/** Real-name checks that wait, oldest first: names shown, numbers masked. */
export async function listVerifications({ services }: Signed, input: VerificationsInput): Promise<Page<VerificationRow>> {
  const pending = input.state === undefined || input.state === "pending" ? await verifications.listPending(services.db, input.limit ?? 50) : [];
  const [people, records] = await Promise.all([
    users.findMany(
      services.db,
      pending.map(({ workerId }) => workerId),
    ),
    workers.findMany(
      services.db,
      pending.map(({ workerId }) => workerId),
    ),
  ]);
  const items = await Promise.all(
    pending.map(async (check) => {
      const idNumber = await openSealed(services, check.workerId, "id-number", check.idNumberCipher);
      return {
        userId: check.workerId,
        name: people.get(check.workerId)?.displayName ?? "",
        kind: records.get(check.workerId)?.kind ?? ("individual" as const),
        idNumberMasked: idNumber === null ? "" : maskIdentityNumber(idNumber),
        verification: verificationView(check),
      };
    }),
  );
  return { items, nextCursor: null };
}
