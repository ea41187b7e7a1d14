import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type Guard, type Machine, no, rowFor, targetOf } from "../machines/machine.ts";
import type { Policy } from "../policy/policy.ts";
import { type CounterOutcome, checkFloor, counter } from "../prices/bargain.ts";

/** Everything people are told about quotes beside what the order's own rows tell; the message catalogues have a sentence for each. */
export const quoteNoticeKinds = [
  "quote_wanted",
  "quote_received",
  "quote_countered",
  "quote_agreed",
  "quote_kept",
  "quote_withdrawn",
  "quote_not_chosen",
] as const;
export type QuoteNoticeKind = (typeof quoteNoticeKinds)[number];

export type QuoteState = "open" | "countered" | "agreed" | "withdrawn" | "void";

/** A worker's price on an order open to quotes (§7). The floor is private: it never leaves for the customer's screen. */
export interface Quote {
  readonly id: string;
  readonly orderId: string;
  readonly workerId: string;
  readonly askFenPerHour: Fen;
  readonly floorFenPerHour: Fen | null;
  /** The least rate allowed in the city when it was asked: no bargain goes below it. */
  readonly leastRateFen: Fen;
  /** The policy whose fees the worker was shown with this price: an order that chooses it is charged by the same. */
  readonly policyHash: string;
  /** The rate the customer would pay when choosing it now: the ask, or what a counter agreed on. */
  readonly rateFenPerHour: Fen;
  readonly counterFenPerHour: Fen | null;
  readonly countersMade: number;
  readonly state: QuoteState;
  readonly askedAt: Instant;
}

export type QuoteCommand =
  | { readonly type: "ask"; readonly askFenPerHour: Fen; readonly floorFenPerHour: Fen | null }
  | { readonly type: "counter"; readonly rateFenPerHour: Fen }
  | { readonly type: "agree" }
  | { readonly type: "keep" }
  | { readonly type: "withdraw" }
  | { readonly type: "void" };
export type QuoteRole = "customer" | "worker" | "order";

interface Step {
  readonly quote: Quote;
  readonly command: QuoteCommand;
  readonly policy: Policy;
}

/** No price begins below the least rate allowed in the city. */
const askIsAllowed: Guard<Step> = ({ quote, command }) =>
  command.type === "ask" && command.askFenPerHour >= Math.max(1, quote.leastRateFen)
    ? true
    : no("rate_below_minimum_wage", { leastRateFen: quote.leastRateFen });

const floorFits: Guard<Step> = ({ quote, command, policy }) => {
  if (command.type !== "ask") return no("invalid_input");
  const checked = checkFloor({ askFenPerHour: command.askFenPerHour, leastRateFen: quote.leastRateFen }, command.floorFenPerHour, policy);
  return checked.ok ? true : checked.error;
};

/** What the customer's counter comes to under §7. */
function counterOf({ quote, command, policy }: Step): Result<CounterOutcome> {
  return counter(quote, command.type === "counter" ? command.rateFenPerHour : Number.NaN, policy);
}

const counterIsAllowed: Guard<Step> = (step) => {
  const outcome = counterOf(step);
  return outcome.ok ? true : outcome.error;
};
const reachesTheFloor: Guard<Step> = (step) => {
  const outcome = counterOf(step);
  if (!outcome.ok) return outcome.error;
  return outcome.value.kind === "agreed" ? true : no("quote_counter_too_low");
};

const setAsk = ({ command }: Step): Partial<Quote> =>
  command.type === "ask"
    ? { askFenPerHour: command.askFenPerHour, floorFenPerHour: command.floorFenPerHour, rateFenPerHour: command.askFenPerHour }
    : {};
const setCounter = (step: Step): Partial<Quote> => {
  const outcome = counterOf(step);
  if (!outcome.ok) return {};
  const made = step.quote.countersMade + 1;
  return outcome.value.kind === "agreed"
    ? { rateFenPerHour: outcome.value.rateFenPerHour, counterFenPerHour: null, countersMade: made }
    : { counterFenPerHour: outcome.value.rateFenPerHour, countersMade: made };
};
const takeCounter = ({ quote }: Step): Partial<Quote> => ({
  rateFenPerHour: quote.counterFenPerHour ?? quote.rateFenPerHour,
  counterFenPerHour: null,
});
const dropCounter = (): Partial<Quote> => ({ counterFenPerHour: null });

/** The life of a quote (§7): asked, countered at most three times, agreed, or gone. */
export const quoteLife = {
  ask: {
    on: "ask",
    by: ["worker"],
    from: ["open"],
    to: "open",
    if: [askIsAllowed, floorFits],
    then: [setAsk],
    about: "The worker names a price, and privately the lowest.",
  },
  counterAtFloor: {
    on: "counter",
    by: ["customer"],
    from: ["open", "countered"],
    to: "agreed",
    when: [reachesTheFloor],
    then: [setCounter],
    about: "The counter reaches the private floor: agreed at once.",
  },
  counter: {
    on: "counter",
    by: ["customer"],
    from: ["open", "countered"],
    to: "countered",
    if: [counterIsAllowed],
    then: [setCounter],
    about: "The customer names another price, at most three times, never below 80 % of the ask.",
  },
  agree: { on: "agree", by: ["worker"], from: ["countered"], to: "agreed", then: [takeCounter], about: "The worker takes the counter." },
  keep: { on: "keep", by: ["worker"], from: ["countered"], to: "open", then: [dropCounter], about: "The worker keeps the ask." },
  withdraw: { on: "withdraw", by: ["worker"], from: ["open", "countered", "agreed"], to: "withdrawn", about: "The worker takes the quote back." },
  void: { on: "void", by: ["order"], from: ["open", "countered", "agreed"], to: "void", about: "Another quote was chosen, or the order ended." },
} as const satisfies Machine<QuoteState, QuoteCommand["type"], QuoteRole, Step, Partial<Quote>>;

/** A quote before its first price. */
export function newQuote(input: Pick<Quote, "id" | "orderId" | "workerId" | "leastRateFen" | "policyHash">, now: Instant): Quote {
  return {
    ...input,
    askFenPerHour: 0,
    floorFenPerHour: null,
    rateFenPerHour: 0,
    counterFenPerHour: null,
    countersMade: 0,
    state: "open",
    askedAt: now,
  };
}

/** Applies one command to a quote. Errors: rate_invalid, quote_too_many_counters, quote_counter_too_low, wrong_state. */
export function quoteTransition(quote: Quote, role: QuoteRole, command: QuoteCommand, policy: Policy): Result<Quote> {
  const step: Step = { quote, command, policy };
  const life: Machine<QuoteState, QuoteCommand["type"], QuoteRole, Step, Partial<Quote>> = quoteLife;
  const found = rowFor(life, { state: quote.state, command: command.type, role, step });
  if (!found.ok) return found;
  const changes = (found.value.row.then ?? []).map((effect) => effect(step));
  return ok(Object.assign({}, quote, ...changes, { state: targetOf(found.value.row, quote.state, step) }));
}
