import type { TravelMode } from "../dispatch/snapshot.ts";
import type { Policy } from "../policy/policy.ts";
import type { Position } from "./position.ts";

/** The mean radius of the earth (IUGG), metres. */
export const EARTH_RADIUS_METRES = 6_371_008.8;

export const RADIANS_PER_DEGREE = Math.PI / 180;

/** One degree along a great circle. */
const METRES_PER_DEGREE = EARTH_RADIUS_METRES * RADIANS_PER_DEGREE;

/** The centre of the grid cell of a blurred position is at most this far below the pole, so that a cell keeps a width. */
const BLUR_LATITUDE_MOST = 89;

/**
 * Whether a position can be worked with: finite, on the globe, and not the (0, 0) that broken devices report.
 * Everything that measures a distance asks this first; an implausible position counts as none.
 */
export function isPlausible(position: Position | null): position is Position {
  if (position === null) return false;
  const { lat, lng } = position;
  if (!Number.isFinite(lat) || !Number.isFinite(lng)) return false;
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) return false;
  return !(lat === 0 && lng === 0);
}

/** Great-circle distance in whole metres (haversine on the mean sphere): integers, so that a decision replays to the same bytes (§1). */
export function distanceMetres(a: Position, b: Position): number {
  const latA = a.lat * RADIANS_PER_DEGREE;
  const latB = b.lat * RADIANS_PER_DEGREE;
  return metresApart(latB - latA, Math.cos(latA) * Math.cos(latB), b.lng - a.lng);
}

/**
 * `distanceMetres` for callers who keep the trigonometry of their places: radians from one latitude to the other, the product
 * of both latitudes' cosines, and degrees from one meridian to the other.
 */
export function metresApart(north: number, cosines: number, east: number): number {
  const halfNorth = north / 2;
  const halfEast = (east * RADIANS_PER_DEGREE) / 2;
  if (Math.abs(halfNorth) < SMALL_ANGLE && Math.abs(halfEast) < SMALL_ANGLE) {
    const metres = metresBySeries(halfNorth, cosines, halfEast);
    const whole = Math.round(metres);
    if (Math.abs(metres - whole) < SURELY_ROUNDED) return whole;
  }
  const sinLat = Math.sin(halfNorth);
  const sinLng = Math.sin(halfEast);
  const haversine = sinLat * sinLat + cosines * sinLng * sinLng;
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine))));
}

/**
 * Up to this half angle (a city and its surroundings) the first terms of the series of sine and arc sine say as much as a double
 * holds: what is left out lies below one part in 10^15.
 */
const SMALL_ANGLE = 0.01;

/** So far from the next half metre that neither way of reckoning, each right to a millionth of a metre, could round otherwise. */
const SURELY_ROUNDED = 0.499_999;

/** The distance without the library's trigonometry, which would be most of what it costs to look around in a city. */
function metresBySeries(halfNorth: number, cosines: number, halfEast: number): number {
  const sinLat = sineOfSmall(halfNorth);
  const sinLng = sineOfSmall(halfEast);
  const square = sinLat * sinLat + cosines * sinLng * sinLng;
  const arc = 1 + square * (1 / 6 + square * (3 / 40 + square * (15 / 336)));
  return 2 * EARTH_RADIUS_METRES * Math.sqrt(square) * arc;
}

function sineOfSmall(angle: number): number {
  const square = angle * angle;
  return angle * (1 - square * (1 / 6) * (1 - square * (1 / 20)));
}

/** Travel time in whole minutes, rounded up: metres × the detour factor at the mode's speed (§6). */
export function travelMinutes(metres: number, mode: TravelMode, policy: Policy): number {
  return minutesAtSpeed(metres, policy.dispatch.speedKmPerHour[mode], policy);
}

/** `travelMinutes` at a speed that was looked up. */
export function minutesAtSpeed(metres: number, kmPerHour: number, policy: Policy): number {
  return Math.ceil((metres * policy.dispatch.detourFactorPercent * 60) / (kmPerHour * 100_000));
}

/**
 * A quick upper bound of the distance, in metres, without trigonometry: along the meridian to the higher latitude, then
 * along its parallel. For callers who only need to know that two places are near enough, and would measure otherwise.
 */
export function atMostMetres(a: Position, b: Position): number {
  const latitude = Math.max(Math.abs(a.lat), Math.abs(b.lat)) * RADIANS_PER_DEGREE;
  const square = latitude * latitude;
  // The cosine's series cut off after a positive term: never below it.
  const parallel = 1 - square / 2 + (square * square) / 24;
  return (Math.abs(a.lat - b.lat) + Math.abs(a.lng - b.lng) * parallel) * METRES_PER_DEGREE + 1;
}

/** Travel time in whole minutes between two places; 0 when either is unknown or remote. */
export function travelMinutesBetween(a: Position | null, b: Position | null, mode: TravelMode, policy: Policy): number {
  if (!isPlausible(a) || !isPlausible(b)) return 0;
  return travelMinutes(distanceMetres(a, b), mode, policy);
}

/**
 * The centre of the grid cell (side `metres`) a position lies in (§9: what the other side may see before accept).
 * Deterministic: repeating the question never narrows the answer.
 */
export function blur(position: Position, metres: number): Position {
  const latStep = metres / METRES_PER_DEGREE;
  const lat = Math.min(90, (Math.floor(position.lat / latStep) + 0.5) * latStep);
  const shrink = Math.cos(Math.min(Math.abs(lat), BLUR_LATITUDE_MOST) * RADIANS_PER_DEGREE);
  const lngStep = latStep / shrink;
  const lng = Math.min(180, (Math.floor(position.lng / lngStep) + 0.5) * lngStep);
  return { lat: roundDegrees(lat), lng: roundDegrees(lng) };
}

/** Six decimals are 0.1 m: enough for a place, and the same text on every engine. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
