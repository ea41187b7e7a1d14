import { hash, verify } from "@node-rs/argon2";

/** argon2id with OWASP's parameters: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Hash of nothing anybody has: an unknown number takes as long to refuse as a wrong password. */
let decoy: Promise<string> | null = null;

/** Compares in constant time; without a stored hash it still takes the time of one comparison, and refuses. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no password has this hash 0");
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}
