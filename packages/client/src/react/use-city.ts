import type { CityView } from "@lingong/contracts";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useClient, useTRPC } from "./provider.tsx";
import { useAppSession } from "./session-context.tsx";

const usual = { id: "shanghai", zone: "Asia/Shanghai" };
const listeners = new Set<() => void>();

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden; the city is then the account's
  }
}

function write(key: string, cityId: string): void {
  try {
    localStorage.setItem(key, cityId);
  } catch {
    // as above
  }
  for (const changed of listeners) changed();
}

export interface CityChoice {
  readonly cityId: string;
  /** IANA zone in which a page of this city speaks. */
  readonly zone: string;
  /** Undefined while the list is on its way. */
  readonly city: CityView | undefined;
  readonly cities: readonly CityView[];
  readonly choose: (cityId: string) => void;
}

/** The city this app looks at: chosen on this device, else the account's, else Shanghai. */
export function useCity(): CityChoice {
  const trpc = useTRPC();
  const { app } = useClient();
  const { me } = useAppSession();
  const stored = `lingong.${app}.city`;
  const here = useSyncExternalStore(subscribe, () => read(stored));
  const { data: cities = [] } = useQuery(trpc.catalog.cities.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  const wanted = here ?? me?.cityId ?? usual.id;
  const city = cities.find(({ id }) => id === wanted) ?? cities[0];
  return { cityId: city?.id ?? wanted, zone: city?.zone ?? usual.zone, city, cities, choose: (cityId) => write(stored, cityId) };
}
