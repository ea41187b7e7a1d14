import { useAppSession, useTRPC } from "@lingong/client/react";
import { defaultZone, ZoneProvider } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** Everything inside speaks the time of the city one works in; an order's own page that of the order's. */
export function CityZone({ children }: { readonly children: ReactNode }) {
  const { me } = useAppSession();
  const trpc = useTRPC();
  const works = me != null && me.worker !== null;
  const { data: cities = [] } = useQuery(trpc.catalog.cities.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY, enabled: works }));
  const zone = cities.find(({ id }) => id === me?.cityId)?.zone ?? defaultZone;
  return <ZoneProvider zone={zone}>{children}</ZoneProvider>;
}
