import { type OrderRecord, orders, type SaveAnswer, saveOrder, saveOrderInput } from "@lingong/db";
import { type Actor, type Command, dueAt, type Facts, type Instant, isDue, type Order, type Outcome, transition } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { DomainException, fail, found } from "../kernel/domain-exception.ts";
import { policyOf } from "../policy/policies.ts";
import { refreshStanding } from "../workers/standing.ts";
import { boundPolicyOf, loadFacts } from "./facts.ts";
import { type Request, recordedAnswer } from "./idempotency.ts";

/** What is asked of an order, by whom. */
export interface Step {
  readonly orderId: string;
  readonly actor: Actor;
  readonly command: Command;
  /** The idempotency key and what a repeat is answered; null: the machine's own hands, whose commands are harmless to repeat. */
  readonly request: Request | null;
  /** A worker's own instant of an offline step (§2). */
  readonly occurredAt?: Instant | null;
  /** The exact place, when the step sets it. */
  readonly place?: ExactPlace | null;
  /** The order as the caller has just loaded it; the save finds out if it has moved on. */
  readonly record?: OrderRecord;
  /** A last look at the outcome before it is saved: throws to refuse it. */
  readonly check?: (outcome: Outcome) => void;
}

type ExactPlace = NonNullable<Parameters<typeof saveOrderInput>[1]["place"]>;

export interface Executed {
  readonly order: Order;
  /** Null: the command had been applied before, and this is what it was answered. */
  readonly outcome: Outcome | null;
  readonly result: unknown;
}

const ATTEMPTS = 3;
/** More timers than a row of states has: a guard against a table that never comes to rest. */
const TIMERS = 100;

const timer: Actor = { role: "timer", id: "timer" };

/** The calendars a decision rested on, of the worker and of who goes with them: the save compares them under the rows' locks. */
function calendarsOf({ commitment }: Outcome, { candidate, crew }: Facts): Record<string, number> {
  const judged = candidate === null ? crew : [candidate, ...crew];
  return Object.fromEntries(judged.flatMap(({ id, calendarVersion }) => (commitment?.workerIds.includes(id) ? [[id, calendarVersion]] : [])));
}

/** Persists one outcome: the one call of the write path. */
export function save(
  services: Services,
  outcome: Outcome,
  context: { readonly previousHash: string; readonly facts: Facts; readonly request: Request | null; readonly place?: ExactPlace | null },
): Promise<SaveAnswer> {
  const due = dueAt(outcome.order, context.facts.policy);
  return saveOrder(
    services.db,
    saveOrderInput(outcome, {
      previousHash: context.previousHash,
      deadline: due,
      command: context.request,
      calendarVersions: calendarsOf(outcome, context.facts),
      place: context.place ?? null,
    }),
  );
}

/** Standings follow the record: computed anew after what counts for them. A fault here never undoes what was saved. */
async function refreshStandings(services: Services, outcome: Outcome): Promise<void> {
  const counted = outcome.sideEffects.flatMap((effect) => (effect.kind === "recordReliability" ? [effect.workerId] : []));
  for (const workerId of new Set(counted)) {
    await refreshStanding(services, workerId).catch((error: unknown) => {
      services.logger.error({ workerId, error: error instanceof Error ? error.name : typeof error }, "a standing could not be computed");
    });
  }
}

type Attempt = { readonly done: true; readonly executed: Executed } | { readonly done: false };
const again: Attempt = { done: false };

function settle(answer: SaveAnswer, outcome: Outcome, result: unknown): Attempt {
  switch (answer.status) {
    case "saved":
      return { done: true, executed: { order: outcome.order, outcome, result } };
    case "repeated":
      return { done: true, executed: { order: outcome.order, outcome: null, result: answer.result } };
    case "conflict":
      return again;
    case "refused":
      throw new DomainException(answer.error);
  }
}

/** Decides and saves; not done when somebody was faster. A refusal is first looked up: it may be a repeat (§2). */
async function attempt(services: Services, step: Step, { order, hash }: OrderRecord, now: Instant): Promise<Attempt> {
  const facts = await loadFacts(services, order, step, now);
  const judged = transition(order, step.actor, step.command, facts, now, step.occurredAt ?? null);
  if (!judged.ok) {
    const known = step.request === null ? null : await recordedAnswer(services.db, step.request);
    if (known !== null) return { done: true, executed: { order, outcome: null, result: known.result } };
    throw new DomainException(judged.error);
  }
  step.check?.(judged.value);
  const answer = await save(services, judged.value, { previousHash: hash, facts, request: step.request, place: step.place });
  if (answer.status === "saved") await refreshStandings(services, judged.value);
  return settle(answer, judged.value, step.request?.result ?? null);
}

/** Applies the order's due timer. False: somebody else was faster, which is as good. */
async function applyTimer(services: Services, { order, hash }: OrderRecord, now: Instant): Promise<boolean> {
  const command = { type: "timeOut" } as const;
  const facts = await loadFacts(services, order, { actor: timer, command }, now);
  const judged = transition(order, timer, command, facts, now);
  if (!judged.ok) throw new DomainException(judged.error);
  const answer = await save(services, judged.value, { previousHash: hash, facts, request: null });
  if (answer.status === "refused") throw new DomainException(answer.error);
  if (answer.status === "saved") await refreshStandings(services, judged.value);
  return answer.status === "saved";
}

/**
 * Moves the customer's deadline of an order that the service's own stop has missed; the timer has not been applied yet.
 * False: nothing was missed, or somebody else was faster.
 */
export async function grantGrace(services: Services, orderId: string, now: Instant): Promise<boolean> {
  const { order, hash } = found(await orders.findById(services.db, orderId));
  const command = { type: "serviceRestarted" } as const;
  const facts = await loadFacts(services, order, { actor: timer, command }, now);
  const judged = transition(order, timer, command, facts, now);
  if (!judged.ok) return false;
  return (await save(services, judged.value, { previousHash: hash, facts, request: null })).status === "saved";
}

/**
 * The order as it stands at `now`: every timer that is due has been applied, in order (§2: at now ≥ deadline the timer comes
 * first). Says how many.
 */
export async function settledOrder(
  services: Services,
  orderId: string,
  now: Instant,
  known: OrderRecord | null = null,
): Promise<OrderRecord & { readonly applied: number }> {
  let applied = 0;
  for (let round = 0; round < TIMERS; round += 1) {
    const record = round === 0 && known !== null ? known : found(await orders.findById(services.db, orderId));
    const { policy } = await policyOf(services, boundPolicyOf(record.order));
    if (!isDue(record.order, policy, now)) return { ...record, applied };
    if (await applyTimer(services, record, now)) applied += 1;
  }
  return fail("internal");
}

/**
 * The one way a command reaches an order: due timers first, then load, decide, save in one call. A lost race is decided
 * again, three times, then refused as `conflict`.
 */
export async function execute(services: Services, step: Step): Promise<Executed> {
  for (let tries = 1; tries <= ATTEMPTS; tries += 1) {
    const now = services.clock.now();
    const record = await settledOrder(services, step.orderId, now, tries === 1 ? step.record : null);
    const outcome = await attempt(services, step, record, now);
    if (outcome.done) return outcome.executed;
  }
  return fail("conflict");
}
