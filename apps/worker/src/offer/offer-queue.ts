import type { OfferCard } from "@lingong/contracts";

/** Which offer has the screen, and which were put aside (they stay open and in the bar until they end). */
export interface OfferQueue {
  readonly showing: string | null;
  readonly aside: readonly string[];
  /** Open offers, the one that ends first in front. */
  readonly open: readonly string[];
}

export type OfferQueueEvent =
  /** What is open now, as the server says. */
  | { readonly type: "arrived"; readonly offers: readonly Pick<OfferCard, "id" | "expiresAt">[] }
  /** Looked at later: the form under it first. */
  | { readonly type: "aside"; readonly id: string }
  /** Accepted, declined, or its end was read. */
  | { readonly type: "done"; readonly id: string }
  | { readonly type: "show"; readonly id: string };

export const emptyQueue: OfferQueue = { showing: null, aside: [], open: [] };

/** Several offers take the screen one after the other; one that is being read is never replaced under the thumb. */
export function offerQueue(queue: OfferQueue, event: OfferQueueEvent): OfferQueue {
  switch (event.type) {
    case "arrived": {
      const open = event.offers.toSorted((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt)).map(({ id }) => id);
      const aside = queue.aside.filter((id) => open.includes(id));
      return { open, aside, showing: queue.showing ?? firstOf(open, aside) };
    }
    case "aside": {
      const aside = [...queue.aside.filter((id) => id !== event.id), event.id];
      return { ...queue, aside, showing: firstOf(queue.open, aside) };
    }
    case "done": {
      const open = queue.open.filter((id) => id !== event.id);
      const aside = queue.aside.filter((id) => id !== event.id);
      return { open, aside, showing: firstOf(open, aside) };
    }
    case "show":
      return { ...queue, aside: queue.aside.filter((id) => id !== event.id), showing: event.id };
  }
}

function firstOf(open: readonly string[], aside: readonly string[]): string | null {
  return open.find((id) => !aside.includes(id)) ?? null;
}
