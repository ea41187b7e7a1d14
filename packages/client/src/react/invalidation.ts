import type { Hint } from "@lingong/contracts";
import type { Query, QueryClient } from "@tanstack/react-query";

/** Routers whose answers a hint of that kind may have changed. A kind that is not listed touches them all. */
const touched: Readonly<Record<string, readonly string[]>> = {
  order: [
    "orders",
    "offers",
    "hall",
    "workers",
    "wallet",
    "admin",
    "reviews",
    "photos",
    "customers",
    "receipts",
    "finance",
    "claims",
    "quotes",
    "schedule",
    "teams",
  ],
  offer: ["offers", "hall", "workers", "receipts"],
  hall: ["hall", "admin", "quotes"],
  quote: ["quotes", "hall"],
  matching: ["orders"],
  notice: ["notifications", "accounts", "orders"],
  case: ["cases"],
  message: ["messages", "notifications", "accounts", "customers"],
  safety: ["messages", "admin"],
  wallet: ["wallet", "finance"],
  claim: ["claims", "admin", "notifications"],
  review: ["reviews", "workers", "orders"],
  worker: ["workers", "accounts", "admin"],
  verification: ["accounts", "workers", "admin"],
  photo: ["photos", "orders"],
  draft: ["drafts"],
  policy: ["policy", "admin"],
  session: ["accounts"],
  team: ["teams"],
};

/** Kinds whose `id` is an order: a query that names another order is left alone. */
const aboutOneOrder = new Set(["order", "photo", "review", "notice", "quote", "matching", "message"]);

interface TrpcKey {
  readonly path: readonly string[];
  readonly input: unknown;
}

/** tRPC's query keys are `[path, { input, type }]`. */
function keyOf(query: Query): TrpcKey | null {
  const [path, options] = query.queryKey as readonly [unknown, { input?: unknown } | undefined];
  return Array.isArray(path) ? { path: path as string[], input: options?.input } : null;
}

function namesAnotherOrder(input: unknown, orderId: string): boolean {
  if (typeof input !== "object" || input === null || !("orderId" in input)) return false;
  return input.orderId !== orderId;
}

/** Whether what a query has on screen may be out of date after these hints. */
export function isTouched(query: Query, hints: readonly Hint[]): boolean {
  const key = keyOf(query);
  if (key === null) return false;
  return hints.some((hint) => {
    const routers = touched[hint.kind];
    if (routers !== undefined && !routers.includes(key.path[0] ?? "")) return false;
    return !(aboutOneOrder.has(hint.kind) && namesAnotherOrder(key.input, hint.id));
  });
}

/** Whether a query asked for this order by its id. */
export function isAboutOrder(query: Query, orderId: string): boolean {
  const input = keyOf(query)?.input;
  return typeof input === "object" && input !== null && "orderId" in input && input.orderId === orderId;
}

/**
 * Gathers hints for a moment, then has everything they touch fetched anew: one accept sends several hints, and a
 * screen needs one fetch. @returns what to call with each hint.
 */
export function createInvalidator(queryClient: QueryClient, gatherMs = 30): (hint: Hint) => void {
  let gathered: Hint[] = [];
  return (hint) => {
    gathered.push(hint);
    if (gathered.length > 1) return;
    setTimeout(() => {
      const hints = gathered;
      gathered = [];
      void queryClient.invalidateQueries({ predicate: (query) => isTouched(query, hints) });
    }, gatherMs);
  };
}
