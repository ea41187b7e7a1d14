import type { Instant, Position, TravelMode } from "@lingong/domain";

export interface TravelRequest {
  readonly from: Position;
  readonly to: Position;
  readonly mode: TravelMode;
  readonly departsAt: Instant;
}

/** Road distance and travel time. The default computes them from the great circle (§6); a routing service is another file. */
export interface MapProvider {
  travel(request: TravelRequest): Promise<{ readonly metres: number; readonly minutes: number }>;
}
