import { useAppSession, useTRPC } from "@lingong/client/react";
import type { CityView } from "@lingong/contracts";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

const stored = "lingong.customer.city";
const usual = "shanghai";
const listeners = new Set<() => void>();

function chosenHere(): string | null {
  try {
    return localStorage.getItem(stored);
  } catch {
    return null; // storage may be forbidden; the city is then the account's
  }
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export interface CityChoice {
  readonly cityId: string;
  /** Undefined while the list is on its way. */
  readonly city: CityView | undefined;
  readonly cities: readonly CityView[];
  readonly choose: (cityId: string) => void;
}

/** The city one looks for help in: chosen on this device, else the account's, else Shanghai. */
export function useCity(): CityChoice {
  const trpc = useTRPC();
  const { me } = useAppSession();
  const here = useSyncExternalStore(subscribe, chosenHere, chosenHere);
  const { data: cities = [] } = useQuery(trpc.catalog.cities.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  const wanted = here ?? me?.cityId ?? usual;
  const city = cities.find(({ id }) => id === wanted) ?? cities[0];
  return { cityId: city?.id ?? wanted, city, cities, choose };
}

function choose(cityId: string): void {
  try {
    localStorage.setItem(stored, cityId);
  } catch {
    // as above
  }
  for (const changed of listeners) changed();
}
