import type { CategoryId, WorkMode } from "../catalog/category.ts";
import type { Position } from "../geo/position.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { FeePlanId } from "../policy/policy.ts";

/** One answered question of the category's checklist. */
export interface ScopeItem {
  readonly key: string;
  readonly value: number | string | readonly string[];
}

/**
 * Where on-site work happens, as far as the order's record may know: the district, a point blurred to ~500 m and a
 * commitment to the exact address (§9). The exact address lies beside the chain, encrypted.
 */
export interface Place {
  readonly district: string;
  readonly blurred: Position;
  readonly addressCommitment: string;
}

/** What the customer signs by hash at place: quantified scope, price, time, ladder and what happens after a worker's fault. */
export interface Terms {
  readonly categoryId: CategoryId;
  readonly mode: WorkMode;
  readonly plan: FeePlanId;
  readonly pricing: "fixed" | "quotes";
  readonly scope: readonly ScopeItem[];
  readonly note: string;
  readonly photoIds: readonly string[];
  readonly tags: readonly string[];
  readonly place: Place | null;
  /** Null: as soon as possible; the start is then set at accept. */
  readonly startsAt: Instant | null;
  readonly bookedMinutes: number;
  readonly minimumMinutes: number;
  readonly headcount: number;
  /** Fen an hour and head; of an order open to quotes, what the customer has in mind (0: nothing said). */
  readonly rateFenPerHour: Fen;
  /** Travel compensation, earned at arrive; carries no commission (§4). */
  readonly travelFen: Fen;
  /** Whether the order goes back to matching after a worker's fault, or is cancelled with full refund (§2). */
  readonly rematchAfterFault: boolean;
  /** A direct booking: one exclusive offer, then open to all or refunded, as chosen here. */
  readonly direct: { readonly workerId: string; readonly ifRefused: "open" | "refund" } | null;
  /** May regulars be asked first (常客优先)? */
  readonly regularsFirst: boolean;
}
