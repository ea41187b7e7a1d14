import type { Instant } from "../kernel/instant.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type Guard, type Machine, no, rowFor, targetOf } from "../machines/machine.ts";
import type { InsurancePolicy } from "../order/order.ts";
import type { JournalEntry, Transfer } from "../order/outcome.ts";
import type { Policy } from "../policy/policy.ts";
import { type Claim, type ClaimContents, type ClaimRole, type ClaimState, claimableUntil, coverLeft } from "./claim.ts";

export type ClaimCommand =
  | { readonly type: "save"; readonly contents: ClaimContents }
  | { readonly type: "submit" }
  | { readonly type: "withdraw" }
  | { readonly type: "take" }
  | { readonly type: "approve"; readonly amountFen: number; readonly reason: string }
  | { readonly type: "refuse"; readonly reason: string }
  | { readonly type: "pay"; readonly transferReference: string | null };

/** What the claim does not hold. */
export interface ClaimFacts {
  readonly insurance: InsurancePolicy;
  /** All other claims on the same assignment, of both sides. */
  readonly others: readonly Pick<Claim, "state" | "approvedFen">[];
  /** Both people of the order: neither handles its claims. */
  readonly parties: readonly string[];
}

interface Step {
  readonly claim: Claim;
  readonly actor: { readonly role: ClaimRole; readonly id: string };
  readonly command: ClaimCommand;
  readonly facts: ClaimFacts;
  readonly policy: Policy;
  readonly now: Instant;
}

interface Contribution {
  readonly changes?: Partial<Claim>;
  readonly entry?: Omit<JournalEntry, "key">;
}

const isOwn: Guard<Step> = ({ claim, actor }) => (actor.id === claim.claimantId ? true : no("not_yours"));
const isUninvolved: Guard<Step> = ({ facts, actor }) => (facts.parties.includes(actor.id) ? no("claim_involved") : true);

const isInTime: Guard<Step> = ({ facts, policy, now }) => {
  const until = claimableUntil(facts.insurance, policy);
  return until === null || now < until ? true : no("claim_too_late", { until });
};

/** Whole fen above zero, within the cover itself. */
const asksWithinCover: Guard<Step> = ({ claim, command, facts }) => {
  const askedFen = command.type === "save" ? command.contents.askedFen : claim.askedFen;
  if (!Number.isSafeInteger(askedFen) || askedFen <= 0) return no("amount_invalid");
  const { coverFen } = facts.insurance;
  return askedFen <= coverFen ? true : no("claim_above_cover", { leftFen: coverFen });
};

const fitsFiles: Guard<Step> = ({ command, policy }) => {
  const most = policy.insurance.claimFilesMost;
  return command.type === "save" && command.contents.files.length > most ? no("claim_incomplete", { most }) : true;
};

/** Words, at least one document, and where a customer is to be paid: a worker is paid into the wallet. */
const isComplete: Guard<Step> = ({ claim }) =>
  claim.described && claim.files.length > 0 && (claim.side === "worker" || claim.payeeGiven) ? true : no("claim_incomplete");

const approvesWithinAsked: Guard<Step> = ({ claim, command }) => {
  if (command.type !== "approve") return true;
  const { amountFen } = command;
  return Number.isSafeInteger(amountFen) && amountFen > 0 && amountFen <= claim.askedFen
    ? true
    : no("claim_amount_invalid", { mostFen: claim.askedFen });
};

/** Claims of both sides together never exceed the cover (§10). */
const fitsCoverLeft: Guard<Step> = ({ command, facts }) => {
  const leftFen = coverLeft(facts.insurance, facts.others);
  return command.type !== "approve" || command.amountFen <= leftFen ? true : no("claim_above_cover", { leftFen });
};

const givesReason: Guard<Step> = ({ command }) =>
  (command.type === "approve" || command.type === "refuse") && command.reason.trim() === "" ? no("reason_missing") : true;

const isHandler: Guard<Step> = ({ claim, actor }) => (claim.handlerId === actor.id ? true : no("claim_taken"));

/** Who decided about money does not also pay it out. */
const isNotHandler: Guard<Step> = ({ claim, actor }) => (claim.handlerId === actor.id ? no("claim_involved") : true);

/** A customer has no wallet: the insurer's transfer is named by its number. */
const namesTransfer: Guard<Step> = ({ claim, command }) =>
  command.type === "pay" && claim.side === "customer" && (command.transferReference ?? "").trim() === "" ? no("claim_reference_missing") : true;

const keepContents = ({ command }: Step): Contribution => (command.type === "save" ? { changes: command.contents } : {});
const noteSubmission = ({ now }: Step): Contribution => ({ changes: { submittedAt: now } });
const takeInHand = ({ actor }: Step): Contribution => ({ changes: { handlerId: actor.id } });

const decide = ({ command, now }: Step): Contribution => {
  if (command.type === "approve") return { changes: { decidedAt: now, approvedFen: command.amountFen, reason: command.reason.trim() } };
  return command.type === "refuse" ? { changes: { decidedAt: now, reason: command.reason.trim() } } : {};
};

/**
 * The insurer's money passes `compensation`: into the worker's wallet, or out to the customer by the insurer's own transfer,
 * which the ledger mirrors as `gateway:insurer`. The order's escrow is not touched (I2).
 */
const payOut = ({ claim, command, now }: Step): Contribution => {
  const fen = claim.approvedFen ?? 0;
  const transfers: readonly Transfer[] = [
    { from: "insurer", to: "compensation", fen },
    { from: "compensation", to: claim.side === "worker" ? `worker:${claim.claimantId}` : "gateway:insurer", fen },
  ];
  const transferReference = command.type === "pay" && claim.side === "customer" ? command.transferReference : null;
  return { changes: { paidAt: now, transferReference }, entry: { reason: "claim", transfers } };
};

/** The life of a claim: draft → submitted → reviewing → approved → paid, or refused, or withdrawn (§10). */
export const claimLife = {
  save: {
    on: "save",
    by: ["claimant"],
    from: ["new", "draft"],
    to: "draft",
    if: [isOwn, isInTime, asksWithinCover, fitsFiles],
    then: [keepContents],
    about: "Either side of an insured assignment writes down what happened, and may go on later.",
  },
  submit: {
    on: "submit",
    by: ["claimant"],
    from: ["draft"],
    to: "submitted",
    if: [isOwn, isInTime, asksWithinCover, isComplete],
    then: [noteSubmission],
    about: "The claim waits for somebody to take it in hand; it no longer changes.",
  },
  withdraw: {
    on: "withdraw",
    by: ["claimant"],
    from: ["draft", "submitted", "reviewing"],
    to: "withdrawn",
    if: [isOwn],
    about: "The claimant lets it be; a new claim may follow within the time limit.",
  },
  take: {
    on: "take",
    by: ["handler"],
    from: ["submitted"],
    to: "reviewing",
    if: [isUninvolved],
    then: [takeInHand],
    about: "Somebody of the support who is no party of the order takes the claim in hand.",
  },
  approve: {
    on: "approve",
    by: ["handler"],
    from: ["reviewing"],
    to: "approved",
    if: [isUninvolved, isHandler, givesReason, approvesWithinAsked, fitsCoverLeft],
    then: [decide],
    about: "An amount is approved, at most what was asked and what the cover still holds.",
  },
  refuse: {
    on: "refuse",
    by: ["handler"],
    from: ["reviewing"],
    to: "refused",
    if: [isUninvolved, isHandler, givesReason],
    then: [decide],
    about: "The claim is refused, with a reason that the claimant reads.",
  },
  pay: {
    on: "pay",
    by: ["cashier"],
    from: ["approved"],
    to: "paid",
    if: [isUninvolved, isNotHandler, namesTransfer],
    then: [payOut],
    about: "Somebody else than who decided pays: into the worker's wallet, or by the insurer's transfer to the customer.",
  },
} as const satisfies Machine<ClaimState | "new", ClaimCommand["type"], ClaimRole, Step, Contribution>;

const life: Machine<ClaimState | "new", ClaimCommand["type"], ClaimRole, Step, Contribution> = claimLife;

const leadOn: ReadonlySet<ClaimState | "new"> = new Set(Object.values(life).flatMap(({ from }) => from));
const decidable: ReadonlySet<ClaimState | "new"> = new Set([...claimLife.take.from, ...claimLife.approve.from]);

/** Whether somebody may still do something with it: a side has one such claim at a time. */
export function isClaimUnderWay({ state }: Pick<Claim, "state">): boolean {
  return leadOn.has(state);
}

/** By when somebody should have decided; null: not submitted, decided, or taken back. */
export function claimAnswerDue({ state, submittedAt }: Pick<Claim, "state" | "submittedAt">, policy: Policy): Instant | null {
  return submittedAt === null || !decidable.has(state) ? null : submittedAt + policy.insurance.claimAnswerWithin;
}

/** A claim about to be written down for the first time. */
export function newClaim(input: Pick<Claim, "id" | "orderId" | "assignmentId" | "claimantId" | "side">, now: Instant): Claim {
  return {
    ...input,
    version: 0,
    state: "new",
    kind: "other",
    askedFen: 0,
    files: [],
    described: false,
    payeeGiven: false,
    createdAt: now,
    submittedAt: null,
    handlerId: null,
    decidedAt: null,
    approvedFen: null,
    reason: null,
    paidAt: null,
    transferReference: null,
    history: [],
  };
}

type ClaimContext = Omit<Step, "claim" | "actor" | "command">;

/** Applies one command to a claim: what it becomes, and what is posted. Errors: the guards' codes, `wrong_state`. */
export function claimTransition(
  claim: Claim,
  actor: Step["actor"],
  command: ClaimCommand,
  context: ClaimContext,
): Result<{ readonly claim: Claim & { readonly state: ClaimState }; readonly entry: JournalEntry | null }> {
  const step: Step = { ...context, claim, actor, command };
  const found = rowFor(life, { state: claim.state, command: command.type, role: actor.role, step });
  if (!found.ok) return found;
  const contributions = (found.value.row.then ?? []).map((effect) => effect(step));
  const state = targetOf(found.value.row, claim.state, step) as ClaimState;
  const entry = contributions.flatMap((part) => part.entry ?? [])[0] ?? null;
  // A draft saved again says nothing new of its way.
  const history =
    command.type === "save" && claim.state === "draft"
      ? claim.history
      : [...claim.history, { at: step.now, by: actor.id, role: actor.role, to: state }];
  return ok({
    claim: Object.assign({}, claim, ...contributions.map((part) => part.changes), { state, history, version: claim.version + 1 }),
    entry: entry === null ? null : { ...entry, key: `claim:${claim.id}:paid` },
  });
}

/** What this person may do with a claim now; a decision is judged by its own figures only when it is given. */
export function availableClaimCommands(claim: Claim, actor: Step["actor"], context: ClaimContext): ClaimCommand["type"][] {
  const tried: readonly ClaimCommand[] = [
    { type: "save", contents: claim },
    { type: "submit" },
    { type: "withdraw" },
    { type: "take" },
    { type: "approve", amountFen: Math.min(claim.askedFen, coverLeft(context.facts.insurance, context.facts.others)), reason: "-" },
    { type: "refuse", reason: "-" },
    { type: "pay", transferReference: "-" },
  ];
  return tried.filter((command) => claimTransition(claim, actor, command, context).ok).map(({ type }) => type);
}
