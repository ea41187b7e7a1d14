import { createFileRoute, Navigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useOfferWatch } from "../offer/offer-watch.tsx";

export const Route = createFileRoute("/offers/$offerId")({ component: OfferRoute, staticData: { task: true } });

/** The address in the phone's notice: the offer takes the screen, over today. */
function OfferRoute() {
  const { offerId } = Route.useParams();
  const { tell } = useOfferWatch();
  useEffect(() => tell({ type: "show", id: offerId }), [tell, offerId]);
  return <Navigate to="/" replace />;
}
