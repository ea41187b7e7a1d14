import { conflictKinds } from "@lingong/domain";
import { z } from "zod";
import { adminRole, verification } from "./accounts.ts";
import { bilingual, details, fen, fenOut, id, instant, localDay, pageInput, pageOf, positionOut, slug } from "./common.ts";
import { namedReceipt } from "./dispatch.ts";
import { findingView } from "./dispute-view.ts";
import { journalRow } from "./ledger.ts";
import { limits } from "./limits.ts";
import { orderCard } from "./order-card.ts";
import { categoryRef, orderState, orderView } from "./order-view.ts";
import { payoutHold } from "./wallet.ts";

export const cityInput = z.object({ cityId: slug.nullish() });

const trend = z.array(z.number());
export const overview = z.object({
  now: instant,
  zone: z.string(),
  inProgress: z.object({ total: z.int(), enRoute: z.int(), inService: z.int(), toConfirm: z.int(), trend }),
  paidToday: z.object({ fen: fenOut, sameTimeLastWeekFen: fenOut, trend }),
  /** Accepted ÷ (accepted + expired + waiting beyond the target), basis points; null: none yet. */
  fillRate: z.object({
    basisPoints: z.int().nullable(),
    targetBasisPoints: z.int(),
    trend,
    weakest: z.object({ name: z.string(), basisPoints: z.int() }).nullable(),
  }),
  timeToAccept: z.object({ medianSeconds: z.int().nullable(), targetSeconds: z.int(), trend }),
  workersOnline: z.object({ online: z.int(), free: z.int(), trend }),
  hourly: z.array(z.object({ hour: z.int(), accepted: z.int(), waiting: z.int() })),
  categories: z.array(z.object({ categoryId: slug, basisPoints: z.int(), orders: z.int() })),
  queues: z.array(
    z.object({
      queue: z.enum(["verifications", "disputes", "claims", "review_appeals", "overdue", "payouts"]),
      length: z.int(),
      oldestDueAt: instant.nullable(),
      oldestUsedPercent: z.int().nullable(),
    }),
  ),
  alerts: z.array(
    z.object({
      kind: z.enum(["overdue_deadline", "worker_late", "no_worker", "failed_payout", "dispute_escalated", "dispute_unassigned", "code_request"]),
      id: z.string(),
      orderId: id.nullable(),
      title: z.string(),
      since: instant,
      /** What its sentence needs: category, district, worker, amount. */
      details,
      /** Blurred as the order has it; null: not about a place. */
      position: positionOut.nullable(),
    }),
  ),
  points: z.array(
    z.object({
      kind: z.enum(["in_progress", "waiting", "worker"]),
      position: positionOut,
      count: z.int(),
      district: z.string().nullable(),
    }),
  ),
});

export const searchOrdersInput = pageInput.extend({
  text: z.string().trim().max(limits.search).optional(),
  states: z.array(orderState).max(20).optional(),
  cityId: slug.optional(),
  categoryId: slug.optional(),
  from: localDay.optional(),
  to: localDay.optional(),
  sort: z.enum(["newest", "oldest"]).optional(),
});
export const adminOrderRow = orderCard.extend({ customerName: z.string(), workerName: z.string().nullable(), cityId: slug });
export const searchOrdersOutput = pageOf(adminOrderRow).extend({ total: z.int() });

export const dossierEvent = z.object({
  version: z.int(),
  at: instant,
  byRole: z.string(),
  byId: z.string(),
  byName: z.string(),
  command: z.string(),
  /** Of a time-out: the timed row of the lifecycle that fired. */
  timer: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  changes: z.record(z.string(), z.json()),
  hash: z.string(),
  previousHash: z.string(),
});
export const dossierOffer = z.object({
  id,
  workerId: id,
  workerName: z.string(),
  state: z.string(),
  round: z.int(),
  wave: z.int(),
  sentAt: instant,
  expiresAt: instant,
  answeredAt: instant.nullable(),
});
export const providerPayment = z.object({
  id,
  purpose: z.string(),
  fen: fenOut,
  state: z.string(),
  provider: z.string().nullable(),
  providerReference: z.string().nullable(),
  at: instant,
});
/** What deciding a dispute takes beside the order. Null where there is none. */
export const disputeDesk = z.object({
  /** A split computed from the record, with its reasons. */
  proposal: z.object({ toWorkerFen: fenOut, toCustomerFen: fenOut, findings: z.array(findingView) }),
  arbitrator: z.object({ id, name: z.string() }).nullable(),
  /** What was looked for that would speak against the one in charge, and whether it was found. */
  checks: z.array(z.object({ kind: z.enum(conflictKinds), found: z.boolean() })),
  /** What was to be done, item by item, with the pictures that show it. */
  items: z.array(z.object({ key: z.string(), label: bilingual, beforePhotoIds: z.array(id), afterPhotoIds: z.array(id) })),
  customer: z.object({ disputes: z.int(), lost: z.int() }),
  worker: z.object({ disputes: z.int(), lost: z.int() }),
});

export const dossier = z.object({
  order: orderView,
  customer: z.object({ id, name: z.string() }),
  worker: z.object({ id, name: z.string() }).nullable(),
  events: z.array(dossierEvent),
  chain: z.object({ intact: z.boolean(), records: z.int(), root: z.string(), brokenAt: z.int().nullable() }),
  journal: z.array(journalRow),
  escrowFen: fenOut,
  payments: z.array(providerPayment),
  offers: z.array(dossierOffer),
  receipts: z.array(namedReceipt),
  /** Conflict-free arbitrators for this order's dispute. */
  arbitrators: z.array(z.object({ id, name: z.string(), open: z.int() })),
  dispute: disputeDesk.nullable(),
});

export const peopleInput = pageInput.extend({
  text: z.string().trim().max(limits.search).optional(),
  role: z.enum(["customer", "worker", "admin"]).optional(),
  cityId: slug.optional(),
});
export const personRow = z.object({
  id,
  name: z.string(),
  phoneMasked: z.string(),
  roles: z.array(z.enum(["customer", "worker", "admin"])),
  cityId: slug,
  createdAt: instant,
  lastSeenAt: instant.nullable(),
  level: z.int().nullable(),
  standing: z.int().nullable(),
  completedOrders: z.int(),
  verification: verification.nullable(),
  online: z.boolean().nullable(),
  suspended: z.boolean(),
});
export const peopleOutput = pageOf(personRow).extend({ total: z.int() });
export const personInput = z.object({ userId: id });
export const person = personRow.extend({
  adminRoles: z.array(adminRole),
  orders: z.array(orderCard),
  walletFen: fenOut.nullable(),
  payoutHold: payoutHold.extend({ byName: z.string() }).nullable(),
  faults: z.array(z.object({ at: instant, kind: z.string(), orderId: id })),
  sessions: z.int(),
});

export const auditRow = z.object({
  id: z.string(),
  at: instant,
  adminId: id,
  adminName: z.string(),
  action: z.string(),
  subject: z.string(),
  details,
});
export const auditLogInput = pageInput;
export const auditLogOutput = pageOf(auditRow);

export const overdueRow = z.object({ orderId: id, what: z.string(), at: instant, overdueSeconds: z.int(), state: z.string() });

export const disputeRow = z.object({
  orderId: id,
  code: z.string(),
  category: categoryRef,
  cityId: slug,
  district: z.string().nullable(),
  customerName: z.string(),
  workerName: z.string().nullable(),
  state: z.string(),
  openedBy: z.enum(["customer", "worker"]),
  openedAt: instant,
  dueAt: instant,
  heldFen: fenOut,
  arbitratorId: id.nullable(),
  arbitratorName: z.string().nullable(),
  escalations: z.int(),
  /** The arbitrator's clock counts a year whose calendar is not published. */
  unpublishedYears: z.array(z.int()),
});

export const verificationRow = z.object({
  userId: id,
  name: z.string(),
  kind: z.enum(["individual", "team"]),
  idNumberMasked: z.string(),
  verification,
});
export const verificationsInput = pageInput.extend({ state: z.enum(["pending", "verified", "refused"]).optional() });
export const verificationsOutput = pageOf(verificationRow);

export const previewDecisionInput = z.object({ orderId: id, toWorkerFen: fen, toCustomerFen: fen });
export const previewDecisionOutput = z.object({
  workerNetFen: fenOut,
  commissionFen: fenOut,
  refundFen: fenOut,
  /** When it is executed if nobody appeals; null: at once. */
  executesAt: instant.nullable(),
});

export const setSuspendedInput = z.object({ userId: id, suspended: z.boolean(), reason: z.string().trim().min(1).max(limits.reason) });

export type CityInput = z.infer<typeof cityInput>;
export type Overview = z.infer<typeof overview>;
export type SearchOrdersInput = z.infer<typeof searchOrdersInput>;
export type AdminOrderRow = z.infer<typeof adminOrderRow>;
export type SearchOrdersOutput = z.infer<typeof searchOrdersOutput>;
export type DossierEvent = z.infer<typeof dossierEvent>;
export type DossierOffer = z.infer<typeof dossierOffer>;
export type DisputeDesk = z.infer<typeof disputeDesk>;
export type Dossier = z.infer<typeof dossier>;
export type PeopleInput = z.infer<typeof peopleInput>;
export type PersonRow = z.infer<typeof personRow>;
export type PeopleOutput = z.infer<typeof peopleOutput>;
export type Person = z.infer<typeof person>;
export type AuditRow = z.infer<typeof auditRow>;
export type OverdueRow = z.infer<typeof overdueRow>;
export type DisputeRow = z.infer<typeof disputeRow>;
export type VerificationRow = z.infer<typeof verificationRow>;
export type VerificationsInput = z.infer<typeof verificationsInput>;
export type PreviewDecisionInput = z.infer<typeof previewDecisionInput>;
export type PreviewDecisionOutput = z.infer<typeof previewDecisionOutput>;
export type SetSuspendedInput = z.infer<typeof setSuspendedInput>;
