import type { Category } from "../catalog/category.ts";
import { MINUTE } from "../kernel/instant.ts";
import { divideHalfUp, type Fen, shareOf, sum } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";
import { workedMinutes } from "./bill.ts";
import type { Dispute } from "./dispute-record.ts";
import type { Finding, FindingKind } from "./finding.ts";
import type { Order } from "./order.ts";
import type { OrderEvent } from "./outcome.ts";
import { type RecordPhoto, workItemsOf } from "./work-items.ts";

/** What a disputed order's record holds beside the order: its events and its pictures. */
export interface DisputeRecord {
  readonly order: Order;
  readonly category: Category;
  readonly events: readonly Pick<OrderEvent, "version" | "command" | "at">[];
  readonly photos: readonly RecordPhoto[];
}

/** A split of what is held, and why: the findings' amounts add up to the customer's part. */
export interface ProposedSplit {
  readonly toWorkerFen: Fen;
  readonly toCustomerFen: Fen;
  readonly findings: readonly Finding[];
}

/** A finding before its amount is cut to what is left. */
type Look = (record: DisputeRecord, dispute: Dispute, policy: Policy) => readonly Finding[];

function cite({ events }: DisputeRecord, ...commands: readonly OrderEvent["command"][]): readonly number[] {
  return events.filter(({ command }) => commands.includes(command)).map(({ version }) => version);
}

/** The event in which the work ended: what the pictures of the finish belong to. */
function endOf(record: DisputeRecord): readonly number[] {
  const { events, order } = record;
  const finished = events.findLast(({ at }) => order.service?.finishedAt != null && at >= order.service.finishedAt)?.version;
  return cite(record, "finish").length > 0 ? cite(record, "finish").slice(-1) : finished === undefined ? [] : [finished];
}

function finding(kind: FindingKind, cites: readonly number[], toCustomerFen: Fen = 0, figures: Finding["figures"] = {}): Finding {
  return { kind, toCustomerFen, cites: [...new Set(cites)].sort((a, b) => a - b), figures };
}

/** A worker may claim the whole escrow; what exceeds the bill rests on nothing in the record. */
const claim: Look = (record, { heldFen, dueFen }) =>
  heldFen > dueFen ? [finding("claim_beyond_due", cite(record, "openDispute"), heldFen - dueFen, { beyondFen: heldFen - dueFen })] : [];

const punctuality: Look = (record, _dispute, policy) => {
  const { arrivedAt, assignment } = record.order;
  if (arrivedAt === null || assignment === null) return [];
  const late = arrivedAt - assignment.workingStart;
  if (late <= policy.reputation.onTimeSlack) return [finding("arrived_on_time", cite(record, "arrive").slice(-1))];
  return [finding("arrived_late", cite(record, "arrive").slice(-1), 0, { minutes: Math.floor(late / MINUTE) })];
};

const time: Look = (record, { openedAt }) => {
  const { order } = record;
  if (order.service === null) {
    const waited = order.arrivedAt === null ? 0 : Math.floor((openedAt - order.arrivedAt) / MINUTE);
    return [finding("waited_at_door", cite(record, "arrive").slice(-1), 0, { minutes: waited })];
  }
  const worked = workedMinutes(order.service, openedAt);
  const billed = order.bill?.billedMinutes ?? 0;
  const kind = worked < billed && billed === order.terms.minimumMinutes ? "minimum_billed" : "time_recorded";
  return [finding(kind, [...cite(record, "start", "pause", "resume"), ...endOf(record)], 0, { worked, billed })];
};

/** Items named one by one are judged by the pictures of the finish, once anything of the finish is named on a picture. */
const items: Look = (record, { dueFen, heldFen }) => {
  const all = workItemsOf(record.order, record.category, record.photos);
  const proven = all.filter(({ afterPhotoIds }) => afterPhotoIds.length > 0).length;
  if (all.length === 0 || proven === 0) return [];
  const unproven = all.length - proven;
  if (unproven === 0) return [finding("items_proven", endOf(record), 0, { items: all.length })];
  const part = divideHalfUp(BigInt(Math.min(dueFen, record.order.bill?.totalFen ?? dueFen)) * BigInt(unproven), BigInt(all.length));
  const minutes = Math.floor(((record.order.bill?.billedMinutes ?? 0) * unproven) / all.length);
  return [finding("items_unproven", [...cite(record, "place"), ...endOf(record)], Math.min(part, heldFen), { items: all.length, unproven, minutes })];
};

const photos: Look = (record, { heldFen }, policy) => {
  const of = (purpose: string) => record.photos.filter((photo) => photo.purpose === purpose).length;
  const [before, after] = [of("before"), of("after")];
  if (record.order.service === null || record.order.terms.mode === "remote") return [];
  const cites = [...cite(record, "arrive").slice(-1), ...endOf(record)];
  if (after > 0) return before > 0 ? [finding("photos_before_after", cites, 0, { before, after })] : [];
  return [finding("finish_photos_missing", cites, shareOf(heldFen, policy.disputes.proposal.finishPhotosMissing), { before })];
};

const addOns: Look = (record) => {
  const done = record.order.addOns.filter(({ kind, state }) => kind === "item" && state === "done");
  return done.length === 0
    ? []
    : [finding("add_ons_done", [...cite(record, "approveAddOn"), ...endOf(record)], 0, { items: done.length, fen: sum(done.map(({ fen }) => fen)) })];
};

/** Who brought something forward: a side that says nothing leaves the other's word standing. */
const evidence: Look = (_record, dispute, policy) => {
  const by = (side: "customer" | "worker") => dispute.evidence.filter((piece) => piece.by === side).map(({ version }) => version);
  const [customer, worker] = [by("customer"), by("worker")];
  const weight = shareOf(dispute.heldFen, policy.disputes.proposal.oneSidedEvidence);
  if (customer.length > 0 && worker.length > 0) return [finding("evidence_of_both", [...customer, ...worker])];
  if (customer.length > 0) return [finding("evidence_of_customer_alone", customer, weight)];
  return worker.length > 0 ? [finding("evidence_of_worker_alone", worker, -weight)] : [];
};

const looks: readonly Look[] = [claim, punctuality, time, items, photos, addOns, evidence];

/**
 * A split of what is held, computed from the record alone (§8). It begins with everything to the worker, whose work the bill
 * stands for, and sends on what a finding does not bear out, never more than is held. A proposal: nothing moves by it.
 */
export function proposedSplit(record: DisputeRecord, policy: Policy): ProposedSplit | null {
  const { dispute } = record.order;
  if (dispute === null) return null;
  let toCustomerFen = 0;
  const findings = looks
    .flatMap((look) => look(record, dispute, policy))
    .map((found) => {
      const after = Math.min(dispute.heldFen, Math.max(0, toCustomerFen + found.toCustomerFen));
      const moved = after - toCustomerFen;
      toCustomerFen = after;
      return { ...found, toCustomerFen: moved };
    });
  return { toWorkerFen: dispute.heldFen - toCustomerFen, toCustomerFen, findings };
}
