import { type Command, HOUR, type Order, type OrderState, type Outcome } from "@lingong/domain";
import { nextClock } from "./clocks.ts";
import { arbitrators } from "./world.ts";

/** What must follow from a command that was taken: where it leads, who is told, what is counted (rules §2, §5, §8), restated from the text. */
interface Follows {
  readonly to: readonly OrderState[];
  /** "kind>side" of every notice that must go out; sides who acted themselves, or are not there, are not told. */
  readonly told: readonly string[];
  /** Kinds of side effects that must come with it. */
  readonly beside: readonly string[];
}

const follows = (to: readonly OrderState[], told: readonly string[] = [], beside: readonly string[] = []): Follows => ({ to, told, beside });
const both = (kind: string): readonly string[] => [`${kind}>customer`, `${kind}>worker`];

/** Back to matching with everybody asked anew, or cancelled, as agreed at place. */
function afterFault(order: Order, told: readonly string[], fault: boolean): Follows {
  const beside = ["recordReliability", ...(fault ? ["openReviews"] : [])];
  return order.terms.rematchAfterFault ? follows(["matching"], told, [...beside, "askForOffers"]) : follows(["cancelled"], told, beside);
}

/** The next arbitrator hears of it, as long as one is left. */
const newHands = (order: Order): readonly string[] =>
  (order.dispute?.formerArbitratorIds.length ?? 0) + (order.dispute?.arbitratorId == null ? 0 : 1) < arbitrators.length
    ? ["dispute_assigned>arbitrator"]
    : [];

function afterTimer(order: Order): Follows {
  const same = follows([order.state]);
  switch (nextClock(order)?.means) {
    case "quotingEnds":
      return follows(["expired"], ["order_expired>customer"], ["voidQuotes"]);
    case "paymentEnds":
      return order.terms.pricing === "quotes"
        ? follows(["quoting", "expired"], ["quote_unpaid>worker"])
        : follows(["expired"], ["order_expired>customer"]);
    case "matchingEnds":
      return follows(["expired"], ["no_worker_found>customer"], ["voidOffers"]);
    case "departureMissed":
    case "arrivalMissed":
      return afterFault(order, ["worker_no_show>customer", "worker_no_show>former_worker"], true);
    case "timeAlert":
      return { ...same, told: both("time_unconfirmed") };
    case "rescheduleEnds":
      return { ...same, told: both("reschedule_declined") };
    case "customerNoShow":
      return follows(["cancelled"], both("customer_no_show"), ["recordCustomer"]);
    case "arrivedEnds":
      return follows(["cancelled"], both("order_cancelled"));
    case "serviceEnds":
    case "pauseEnds":
      return follows(["awaiting_confirmation"], both("service_finished"));
    case "addOnEnds":
      return { ...same, told: both("add_on_expired") };
    case "reminder":
      return { ...same, told: ["confirmation_reminder>customer"] };
    case "autoConfirm":
      return follows(["completed"], both("order_completed"), ["openReviews", "recordReliability", "recordCustomer"]);
    case "closeEvidence":
      return { ...same, told: [...both("dispute_deciding"), "dispute_deciding>admins"] };
    case "escalateDispute":
      return { ...same, told: [...both("dispute_escalated"), "dispute_escalated>admins", ...newHands(order)] };
    case "evidenceReminder":
      return { ...same, told: both("evidence_reminder") };
    case "decisionReminder":
      return { ...same, told: both("decision_reminder") };
    case "arbitrationReminder":
      return { ...same, told: ["arbitration_reminder>admins", ...(order.dispute?.arbitratorId == null ? [] : ["arbitration_reminder>arbitrator"])] };
    case "decisionStands":
      return follows(["resolved"], both("dispute_resolved"), ["openReviews"]);
    default:
      return same;
  }
}

function afterCapture(order: Order, command: Extract<Command, { type: "capturePayment" }>, fits: boolean, now: number): Follows {
  const payment = order.payments.find((candidate) => candidate.id === command.paymentId);
  const back = follows([order.state], ["payment_returned>customer"]);
  if (payment === undefined || payment.state !== "awaited" || payment.fen !== command.fen) return back;
  if (payment.purpose === "order") {
    if (order.state !== "awaiting_payment") return back;
    if (order.chosenQuote === null) return follows(["matching"], ["payment_captured>customer"], ["askForOffers"]);
    return fits
      ? follows(["accepted"], ["worker_found>customer", "order_assigned>worker"], ["voidOffers", "voidQuotes"])
      : follows(["cancelled"], ["order_cancelled>customer"], ["voidQuotes"]);
  }
  if (payment.purpose === "raise")
    return order.state === "matching" ? follows(["matching"], ["price_raised>customer"], ["voidOffers", "askForOffers"]) : back;
  if (payment.purpose === "add_on") return follows([order.state], both("add_on_paid"));
  return now < (order.endedAt ?? 0) + 14 * 24 * HOUR ? follows([order.state], ["tip_received>worker"]) : back;
}

/** What follows from a command in an order's state. `fits`: the worker of a chosen quote may still take it. */
export function expected(order: Order, command: Command, role: string, fits: boolean, now: number): Follows {
  const stay: readonly OrderState[] = [order.state];
  switch (command.type) {
    case "timeOut":
      return afterTimer(order);
    case "capturePayment":
      return afterCapture(order, command, fits, now);
    case "place":
      return follows([order.terms.pricing === "fixed" ? "awaiting_payment" : "quoting"]);
    case "acceptQuote":
      return follows(["awaiting_payment"], ["quote_chosen>worker"], ["chooseQuote"]);
    case "accept":
      return follows(["accepted"], ["worker_found>customer"], ["acceptOffer", "voidOffers"]);
    case "directRefused":
      return order.direct?.ifRefused === "refund"
        ? follows(["cancelled"], ["direct_refused>customer"])
        : follows(["matching"], ["direct_refused>customer"], ["voidOffers", "askForOffers"]);
    case "withdraw":
      return afterFault(order, ["worker_withdrew>customer"], command.reason !== "safety" && command.reason !== "illness");
    case "reportNoShow":
      return role === "customer" ? afterFault(order, ["worker_no_show>former_worker"], true) : follows(stay, ["no_show_reported>customer"]);
    case "proposeReschedule":
      return follows(stay, both("reschedule_proposed"));
    case "agreeReschedule":
      return follows(stay, both("reschedule_agreed"));
    case "declineReschedule":
      return follows(stay, both("reschedule_declined"));
    case "askToCancel":
      return follows(stay, ["cancel_requested>customer"]);
    case "cancel":
      return follows(["cancelled"], ["order_cancelled>worker"], ["voidQuotes", "voidOffers"]);
    case "forceCancel":
      return follows(["cancelled"], both("order_cancelled"), ["voidQuotes", "voidOffers"]);
    case "depart":
      return follows(["en_route"], ["worker_departed>customer"]);
    case "arrive":
      return follows(["arrived"], ["worker_arrived>customer"], ["recordReliability"]);
    case "declareHere":
      return follows(stay, ["customer_here>worker"]);
    case "allowEarlyStart":
      return follows(stay, ["early_start_allowed>worker"]);
    case "start":
      return follows(["in_service"], ["service_started>customer"], order.terms.mode === "remote" ? ["recordReliability"] : []);
    case "pause":
      return follows(["paused"], ["service_paused>customer"]);
    case "resume":
      return follows(["in_service"], ["service_resumed>customer"]);
    case "finish":
      return follows(["awaiting_confirmation"], both("service_finished"), command.reason === "done" ? [] : ["recordReliability"]);
    case "proposeAddOn":
      return follows(stay, both("add_on_proposed"));
    case "approveAddOn":
      return follows(stay, both("add_on_approved"));
    case "declineAddOn":
      return follows(stay, both("add_on_declined"));
    case "withdrawAddOn":
      return follows(stay, both("add_on_withdrawn"));
    case "confirm":
      return follows(["completed"], ["order_completed>worker"], ["openReviews", "recordReliability", "recordCustomer"]);
    case "openDispute":
      return follows(["disputed"], [...both("dispute_opened"), "dispute_opened>admins", "dispute_assigned>arbitrator"]);
    case "addEvidence":
      return follows(stay, [...both("evidence_added"), ...(order.dispute?.arbitratorId == null ? [] : ["evidence_added>arbitrator"])]);
    case "askForEvidence":
      return follows(stay, both("evidence_requested"));
    case "assignArbitrator":
      return follows(stay, ["dispute_assigned>arbitrator"]);
    case "closeEvidence":
      return follows(stay, both("dispute_deciding"));
    case "decideDispute":
      return order.dispute?.state === "appealed"
        ? follows(["resolved"], both("dispute_resolved"), ["openReviews"])
        : follows(stay, both("dispute_decided"));
    case "acceptDecision":
      return order.dispute?.acceptedBy.length === 1 ? follows(["resolved"], both("dispute_resolved"), ["openReviews"]) : follows(stay);
    case "appealDispute":
      return follows(stay, [...both("dispute_appealed"), "dispute_appealed>admins", ...newHands(order)]);
    case "proposeSplit":
      return follows(stay, both("split_proposed"));
    case "agreeSplit":
      return follows(["resolved"], both("dispute_resolved"), ["openReviews"]);
    default:
      return follows(stay);
  }
}

/** Whether an outcome is what must follow; the reason if not. */
export function missing(outcome: Outcome, want: Follows, actor: { readonly role: string; readonly id: string }): string | null {
  if (!want.to.includes(outcome.order.state)) return `leads to ${outcome.order.state}, not to ${want.to.join(" or ")}`;
  const self = actor.role === "customer" ? ">customer" : actor.role === "worker" ? ">worker" : "-";
  const present = (entry: string): boolean => !entry.endsWith(self) && (!entry.endsWith(">worker") || outcome.order.assignment !== null);
  const told = new Set(outcome.notices.map((notice) => `${notice.kind}>${notice.to}`));
  const untold = want.told.filter((entry) => present(entry) && !told.has(entry));
  if (untold.length > 0) return `does not tell ${untold.join(", ")}`;
  const kinds = new Set<string>(outcome.sideEffects.map((effect) => effect.kind));
  const absent = want.beside.filter((kind) => !kinds.has(kind));
  return absent.length > 0 ? `lacks ${absent.join(", ")}` : null;
}
