import type { Position } from "./position.ts";

/** The Krasovsky 1940 ellipsoid, on which GCJ-02 is defined. */
const SEMI_MAJOR_AXIS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;

/** Rounds of the inverse: each shrinks the error about a thousandfold, so four leave less than a millimetre. */
const INVERSE_ROUNDS = 4;

/** The box outside of which GCJ-02 equals WGS-84. */
function isOutsideChina({ lat, lng }: Position): boolean {
  return lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271;
}

function waves(value: number, amplitude: number, frequency: number): number {
  return amplitude * Math.sin(value * frequency * Math.PI);
}

function latitudeShift(x: number, y: number): number {
  const trend = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const fast = waves(x, 20, 6) + waves(x, 20, 2);
  const slow = waves(y, 20, 1) + waves(y, 40, 1 / 3);
  return trend + ((fast + slow + waves(y, 160, 1 / 12) + waves(y, 320, 1 / 30)) * 2) / 3;
}

function longitudeShift(x: number, y: number): number {
  const trend = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const fast = waves(x, 20, 6) + waves(x, 20, 2);
  const slow = waves(x, 20, 1) + waves(x, 40, 1 / 3);
  return trend + ((fast + slow + waves(x, 150, 1 / 12) + waves(x, 300, 1 / 30)) * 2) / 3;
}

/** WGS-84 to GCJ-02, the offset system of maps sold in China. */
export function gcj02FromWgs84(position: Position): Position {
  if (isOutsideChina(position)) return position;
  const x = position.lng - 105;
  const y = position.lat - 35;
  const latitude = (position.lat * Math.PI) / 180;
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2;
  const root = Math.sqrt(magic);
  const metresPerLatitude = (((SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / (magic * root)) * Math.PI) / 180;
  const metresPerLongitude = ((SEMI_MAJOR_AXIS / root) * Math.cos(latitude) * Math.PI) / 180;
  return { lat: position.lat + latitudeShift(x, y) / metresPerLatitude, lng: position.lng + longitudeShift(x, y) / metresPerLongitude };
}

/** GCJ-02 to WGS-84, by fixed-point iteration on the forward formula (§1: converted at the edge, inside everything is WGS-84). */
export function wgs84FromGcj02(position: Position): Position {
  let guess = position;
  for (let round = 0; round < INVERSE_ROUNDS; round += 1) {
    const there = gcj02FromWgs84(guess);
    guess = { lat: guess.lat + position.lat - there.lat, lng: guess.lng + position.lng - there.lng };
  }
  return guess;
}
