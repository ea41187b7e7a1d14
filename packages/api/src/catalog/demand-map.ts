import type { DemandCell, DemandMap } from "@lingong/contracts";
import { market, type WantedWork } from "@lingong/db";
import { DAY, defaultPolicy, type Instant, MINUTE } from "@lingong/domain";
import { cellToBoundary, cellToLatLng, latLngToCell } from "h3-js";
import type { Services } from "../kernel/context.ts";
import { knownCity } from "./lookup.ts";

/** Cells of about 5 km²: a neighbourhood, not a street. */
const resolution = 7;
const days = 28;
/** A cell with fewer orders could tell whose they are. */
const least = 3;
const ordersAtMost = 50_000;
const cellsAtMost = 400;

interface Counted {
  total: number;
  readonly inPeaks: number[];
}

function localHour(at: Instant, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour;
}

/** Adds wanted work up by cell and by the hour on the city's own clock. */
function count(wanted: readonly WantedWork[], zone: string): { readonly hours: number[]; readonly cells: Map<string, Counted> } {
  const { peakHours } = defaultPolicy.dispatch;
  const hours = Array.from({ length: 24 }, () => 0);
  const cells = new Map<string, Counted>();
  for (const { position, at } of wanted) {
    const hour = localHour(at, zone);
    const id = latLngToCell(position.lat, position.lng, resolution);
    const cell = cells.get(id) ?? { total: 0, inPeaks: peakHours.map(() => 0) };
    cells.set(id, cell);
    hours[hour] = (hours[hour] ?? 0) + 1;
    cell.total += 1;
    for (const [index, [from = 0, to = 0]] of peakHours.entries())
      if (hour >= from && hour < to) cell.inPeaks[index] = (cell.inPeaks[index] ?? 0) + 1;
  }
  return { hours, cells };
}

function cellView(id: string, { total, inPeaks }: Counted): DemandCell {
  const [lat, lng] = cellToLatLng(id);
  return { id, centre: { lat, lng }, boundary: cellToBoundary(id).map(([north, east]) => ({ lat: north, lng: east })), total, inPeaks: [...inPeaks] };
}

/** Every screen of a city asks for the same map, and it changes slowly: kept for some minutes of our clock. */
const remembered = new WeakMap<object, Map<string, { readonly at: Instant; readonly map: DemandMap }>>();
const keptFor = 5 * MINUTE;

/** Demand by place and hour (§6, peaks): where paid work was wanted over four weeks, in H3 cells. */
export async function loadDemandMap({ db, clock }: Pick<Services, "db" | "clock">, cityId: string): Promise<DemandMap> {
  const { zone } = knownCity(cityId);
  const now = clock.now();
  const kept = remembered.get(db) ?? new Map();
  remembered.set(db, kept);
  const known = kept.get(cityId);
  if (known !== undefined && now - known.at < keptFor && now >= known.at) return known.map;
  const wanted = await market.listWantedWork(db, { cityId, since: now - days * DAY, limit: ordersAtMost });
  const { hours, cells } = count(wanted, zone);
  const shown = [...cells]
    .filter(([, { total }]) => total >= least)
    .sort(([a, one], [b, two]) => two.total - one.total || (a < b ? -1 : 1))
    .slice(0, cellsAtMost);
  const map: DemandMap = {
    cityId,
    zone,
    days,
    least,
    peaks: defaultPolicy.dispatch.peakHours.map(([fromHour = 0, toHour = 0]) => ({ fromHour, toHour })),
    hours,
    cells: shown.map(([id, counted]) => cellView(id, counted)),
  };
  kept.set(cityId, { at: now, map });
  return map;
}
