import { useTRPC } from "@lingong/client/react";
import type { OfferStateView, OfferView } from "@lingong/contracts";
import { FailedView, ListSkeleton, useLargeType, useServerNow, ZoneProvider } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import classes from "./offer.module.css";
import { OfferEnded, type OfferEnding } from "./offer-ended.tsx";
import { OfferLarge } from "./offer-large.tsx";
import { OpenOffer } from "./open-offer.tsx";

export interface OfferScreenProps {
  readonly offerId: string;
  /** Looked at later. */
  readonly onAside: () => void;
  /** Answered, or its end was read. */
  readonly onDone: () => void;
}

/** How an offer ended, by its state; null: it is open. */
const endings: Readonly<Record<OfferStateView, OfferEnding | null>> = {
  open: null,
  accepted: "accepted",
  declined: "declined",
  timed_out: "timed_out",
  void: "void",
};

function endingOf(offer: OfferView, now: number): OfferEnding | null {
  const ending = endings[offer.state];
  // The clock here is the server's: at its end an offer is over, whether the word of it has come or not.
  return ending ?? (Date.parse(offer.expiresAt) <= now ? "timed_out" : null);
}

/** One offer: everything needed to say yes or no, or how it ended. */
export function OfferScreen({ offerId, onAside, onDone }: OfferScreenProps) {
  const trpc = useTRPC();
  const { large } = useLargeType();
  const now = useServerNow();
  const { data: offer, error } = useQuery(trpc.offers.get.queryOptions({ offerId }));
  if (offer === undefined) {
    return (
      <div className={classes.waiting}>{error === null ? <ListSkeleton count={3} lines={4} /> : <FailedView error={error} onRetry={onDone} />}</div>
    );
  }
  const ending = endingOf(offer, now);
  const Open = large ? OfferLarge : OpenOffer;
  return (
    <ZoneProvider zone={offer.zone}>
      {ending === null ? <Open offer={offer} onAside={onAside} onDone={onDone} /> : <OfferEnded offer={offer} ending={ending} onDone={onDone} />}
    </ZoneProvider>
  );
}
