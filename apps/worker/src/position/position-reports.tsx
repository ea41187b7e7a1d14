import { useClient, useTRPC } from "@lingong/client/react";
import { isPlausible, type Position, SECOND } from "@lingong/domain";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useIsWorking } from "../session/use-worker.ts";

const reportEvery = 10 * SECOND;

/** Whether the device tells where it is. unknown: not asked yet. */
export type PositionAccess = "unknown" | "granted" | "denied" | "unavailable";

export interface PositionReporting {
  readonly access: PositionAccess;
  /** Where this device is, as far as it has said. */
  readonly here: Position | null;
}

const PositionContext = createContext<PositionReporting>({ access: "unknown", here: null });

export function usePositionReporting(): PositionReporting {
  return useContext(PositionContext);
}

/** While the worker is online or has a job today, the device's position is told: every ten seconds at most. */
export function PositionReports({ children }: { readonly children: ReactNode }) {
  const { positions } = useClient();
  const working = useIsWorking();
  const trpc = useTRPC();
  const { data: today } = useQuery(trpc.workers.today.queryOptions(undefined, { enabled: working }));
  const wanted = working && (today?.online === true || today?.blocks.some((block) => block.kind === "order" && block.next) === true);
  const [reporting, setReporting] = useState<PositionReporting>({ access: "unknown", here: null });
  useEffect(() => {
    if (!wanted) return;
    if (!("geolocation" in navigator)) {
      setReporting({ access: "unavailable", here: null });
      return;
    }
    let reportedAt = 0;
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        const here = { lat: latitude, lng: longitude };
        if (!isPlausible(here)) return;
        setReporting({ access: "granted", here });
        if (Date.now() - reportedAt < reportEvery) return;
        reportedAt = Date.now();
        void positions.report({ position: here, accuracyMetres: Math.round(accuracy) });
      },
      ({ code, PERMISSION_DENIED }) => setReporting(({ here }) => ({ access: code === PERMISSION_DENIED ? "denied" : "unavailable", here })),
      { enableHighAccuracy: true, maximumAge: reportEvery, timeout: 30 * SECOND },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [wanted, positions]);
  return <PositionContext value={useMemo(() => reporting, [reporting])}>{children}</PositionContext>;
}
