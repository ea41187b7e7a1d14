import { DAY, SECOND } from "@lingong/domain";
import { dehydrate, hydrate, type Query, type QueryClient } from "@tanstack/react-query";

const stored = "lingong.worker.kept";
const keptFor = DAY;
const writeEvery = SECOND;

/** What a worker needs without a network: who one is, the day, the jobs with their addresses and what was said about them. No money, nobody else's orders. */
const kept: ReadonlySet<string> = new Set([
  "accounts.me",
  "workers.today",
  "schedule.route",
  "schedule.calendar",
  "orders.get",
  "messages.list",
  "catalog.cities",
  "catalog.category",
]);

/** Whether an answer is kept on the device over reloads. tRPC's query keys are `[path, input]`. */
export function isKept({ queryKey, state }: Pick<Query, "queryKey" | "state">): boolean {
  const path = queryKey[0];
  return state.data !== undefined && Array.isArray(path) && kept.has(path.join("."));
}

/**
 * Answers the app can live on without a network are kept on the device, and are there at the next start: a reload in a
 * cellar still shows the job. Signing out empties them, and so does a day.
 * @param now the server's clock, for the age of what is kept
 */
export function startKeepingQueries(queryClient: QueryClient, now: () => number, storage: Storage | null = deviceStorage()): void {
  if (storage === null) return;
  restore(queryClient, now, storage);
  let planned = false;
  queryClient.getQueryCache().subscribe(() => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      keep(queryClient, now, storage);
    }, writeEvery);
  });
}

function keep(queryClient: QueryClient, now: () => number, storage: Storage): void {
  const state = dehydrate(queryClient, { shouldDehydrateQuery: isKept, shouldDehydrateMutation: () => false });
  try {
    if (state.queries.length === 0) storage.removeItem(stored);
    else storage.setItem(stored, JSON.stringify({ at: now(), state }));
  } catch {
    // a full or forbidden storage: without a network the app then shows less
  }
}

function restore(queryClient: QueryClient, now: () => number, storage: Storage): void {
  try {
    const { at, state } = JSON.parse(storage.getItem(stored) ?? "null") ?? {};
    if (typeof at === "number" && now() - at < keptFor) hydrate(queryClient, state);
  } catch {
    storage.removeItem(stored);
  }
}

function deviceStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
