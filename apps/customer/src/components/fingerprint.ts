/** `7f3a 91c4 … e2d0`: enough to compare two papers by eye. */
export function fingerprintOf(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
}
