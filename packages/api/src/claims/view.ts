import type { CertificateView, ClaimView, OrderInsuranceOutput } from "@lingong/contracts";
import { type ClaimRecord, claims, orders, photos, users } from "@lingong/db";
import {
  availableClaimCommands,
  type ClaimRole,
  certificateNumber,
  claimAnswerDue,
  claimableUntil,
  coverLeft,
  DAY,
  defaultPolicy,
  type InsurancePolicy,
  insuredWorkerId,
  isClaimUnderWay,
  type Order,
} from "@lingong/domain";
import { openSealed, publicName } from "../accounts/people.ts";
import type { Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { viewerOf } from "../orders/party.ts";
import { photoView } from "../photos/view.ts";
import { claimFacts } from "./step.ts";

/** Sealed words are bound to their claim. */
export const textPurpose = (claimId: string): string => `claim:${claimId}`;
export const payeePurpose = (claimId: string): string => `claim-payee:${claimId}`;

export interface ClaimReader {
  readonly id: string;
  readonly roles: readonly ClaimRole[];
}

/** A claim as its reader may see it, with what they may do. Drafts cannot be continued with other words than their author's. */
export async function claimView(
  services: Services,
  { record, order, all }: { readonly record: ClaimRecord; readonly order: Order; readonly all: readonly ClaimRecord[] },
  reader: ClaimReader,
): Promise<ClaimView> {
  const { claim } = record;
  const context = { facts: claimFacts(order, claim, all), policy: defaultPolicy, now: services.clock.now() };
  const [text, files] = await Promise.all([
    openSealed(services, claim.claimantId, textPurpose(claim.id), record.textCipher),
    photos.findMany(
      services.db,
      claim.files.map(({ photoId }) => photoId),
    ),
  ]);
  return {
    id: claim.id,
    orderId: claim.orderId,
    assignmentId: claim.assignmentId,
    side: claim.side,
    state: claim.state,
    version: claim.version,
    kind: claim.kind,
    askedFen: claim.askedFen,
    approvedFen: claim.approvedFen,
    text,
    files: claim.files.flatMap(({ photoId }) => {
      const file = files.get(photoId);
      return file === undefined ? [] : [photoView(services, file)];
    }),
    payeeMasked: record.payeeMasked,
    reason: claim.reason,
    transferReference: claim.transferReference,
    submittedAt: iso(claim.submittedAt),
    answerBy: iso(claimAnswerDue(claim, defaultPolicy)),
    decidedAt: iso(claim.decidedAt),
    paidAt: iso(claim.paidAt),
    history: claim.history.map(({ at, role, to }) => ({ at: iso(at), role, to })),
    actions: reader.roles.flatMap((role) => availableClaimCommands(claim, { role, id: reader.id }, context)),
    underWay: isClaimUnderWay(claim),
  };
}

/** What the certificate of one assignment says. */
export async function certificateOf(
  services: Services,
  order: Order,
  insurance: InsurancePolicy,
  all: readonly ClaimRecord[],
): Promise<Omit<CertificateView, "claims" | "mayClaim">> {
  const workerId = insuredWorkerId(order, insurance);
  const people = await users.findMany(services.db, [order.customerId, ...(workerId === null ? [] : [workerId])]);
  const customer = people.get(order.customerId);
  const { assignmentId, tier, coverFen, from, to } = insurance;
  const onIt = all.map(({ claim }) => claim).filter((claim) => claim.assignmentId === assignmentId);
  return {
    assignmentId,
    number: certificateNumber(assignmentId),
    tier,
    coverFen,
    coverLeftFen: coverLeft(insurance, onIt),
    from: iso(from),
    to: iso(to),
    claimableUntil: iso(claimableUntil(insurance, defaultPolicy)),
    customerName: customer === undefined ? "" : publicName(customer, services.language),
    workerName: people.get(workerId ?? "")?.displayName ?? "",
  };
}

/** The certificates of an order that cover this reader, the latest first, each with the reader's own claims. */
export async function loadOrderInsurance({ services, session }: Signed, orderId: string): Promise<OrderInsuranceOutput> {
  const { order } = found(await orders.findById(services.db, orderId));
  const { side } = viewerOf(session, order);
  const covering = order.insurance.filter((policy) => side !== "worker" || insuredWorkerId(order, policy) === session.userId);
  const all = await claims.listForOrder(services.db, orderId);
  const now = services.clock.now();
  const certificates = await Promise.all(
    covering.toReversed().map(async (insurance) => {
      const onIt = all.filter(({ claim }) => claim.assignmentId === insurance.assignmentId);
      const own = onIt.filter(({ claim }) => claim.claimantId === session.userId && side !== "admin");
      const until = claimableUntil(insurance, defaultPolicy);
      const underWay = own.some(({ claim }) => isClaimUnderWay(claim));
      return {
        ...(await certificateOf(services, order, insurance, onIt)),
        mayClaim: side !== "admin" && !underWay && (until === null || now < until),
        claims: await Promise.all(
          own.map((record) => claimView(services, { record, order, all: onIt }, { id: session.userId, roles: ["claimant"] })),
        ),
      };
    }),
  );
  const { claimFilesMost, claimWithin, claimAnswerWithin } = defaultPolicy.insurance;
  return { certificates, filesMost: claimFilesMost, claimDays: claimWithin / DAY, answerDays: claimAnswerWithin / DAY };
}
