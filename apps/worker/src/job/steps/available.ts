import type { QueuedStep } from "@lingong/client";
import type { ActionView, ConsequenceView, OrderView } from "@lingong/contracts";
import { type CommandType, lifecycle, type OrderRow, type OrderState } from "@lingong/domain";

/** Something the worker may do now. Without a network nobody knows the consequence yet: null. */
export interface Available {
  readonly command: string;
  readonly subjectId: string | null;
  readonly consequence: ConsequenceView | null;
}

/** The steps that need no answer from anybody: these can be done without a network, one after the other. */
const soloSteps = ["confirmTime", "depart", "arrive", "start", "pause", "resume", "finish"] as const satisfies readonly CommandType[];

type Mode = OrderView["category"]["mode"];

/** Rows of the table that are not of this kind of work; their guards say the same on the server. */
const foreign: Readonly<Record<Mode, ReadonlySet<string>>> = {
  on_site: new Set<keyof typeof lifecycle>(["startRemote"]),
  remote: new Set<keyof typeof lifecycle>(["depart", "arrive", "start"]),
};

const rows: readonly (readonly [name: string, row: OrderRow])[] = Object.entries(lifecycle);

function rowOf(command: CommandType, state: OrderState, mode: Mode): OrderRow | null {
  const found = rows.find(([name, row]) => row.on === command && row.by.includes("worker") && row.from.includes(state) && !foreign[mode].has(name));
  return found?.[1] ?? null;
}

/** Where the steps that wait on this device lead, by the lifecycle's own table; null: nobody but the server can say. */
export function stateAfter(order: Pick<OrderView, "state" | "category">, waiting: readonly QueuedStep[]): OrderState | null {
  let state: OrderState = order.state;
  for (const { command } of waiting) {
    const to = rowOf(command.type, state, order.category.mode)?.to;
    if (to === undefined || typeof to === "object") return null;
    if (to !== "stay") state = to;
  }
  return state;
}

/**
 * What may be done now: what the server says, and while steps wait on this device for the network, the steps that follow
 * them. Screens make their buttons from this list alone.
 */
export function availableNow(
  order: Pick<OrderView, "state" | "category"> & { readonly actions: readonly ActionView[] },
  waiting: readonly QueuedStep[],
): readonly Available[] {
  if (waiting.length === 0) return order.actions;
  const state = stateAfter(order, waiting);
  if (state === null) return [];
  const done = new Set(waiting.map(({ command }) => command.type));
  return soloSteps.flatMap((command) => {
    const row = rowOf(command, state, order.category.mode);
    if (row === null) return [];
    // What changes no state can be done once, and only if the server had offered it.
    if (row.to === "stay" && (done.has(command) || !order.actions.some((action) => action.command === command))) return [];
    return [{ command, subjectId: null, consequence: null }];
  });
}
