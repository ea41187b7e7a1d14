import type { Position } from "@lingong/domain";

/** `31.22150, 121.54470`, also with a full-width comma or a space. @returns null for what is no place. */
export function coordinatesOf(text: string): Position | null {
  const parts = text.trim().split(/[\s,，、]+/);
  if (parts.length !== 2) return null;
  const [lat, lng] = parts.map(Number);
  if (lat === undefined || lng === undefined || !Number.isFinite(lat) || !Number.isFinite(lng)) return null;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0) ? { lat, lng } : null;
}

export function coordinatesText({ lat, lng }: Position): string {
  return `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
}
