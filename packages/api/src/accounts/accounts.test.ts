import { describe, expect, it } from "vitest";
import { hashPassword, passwordMatches } from "./password.ts";
import { createSessionCache, type SignedIn } from "./session-cache.ts";
import { newCode, newToken, tokenHash } from "./token.ts";

describe("passwords", () => {
  it("match the hash that was made of them, and never a missing one", async () => {
    const stored = await hashPassword("correct horse 7");
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await passwordMatches(stored, "correct horse 7")).toBe(true);
    expect(await passwordMatches(stored, "correct horse 8")).toBe(false);
    expect(await passwordMatches(null, "no password has this hash 0")).toBe(false);
  });
});

describe("tokens and codes", () => {
  it("are long, random and only known by hash", () => {
    const token = newToken();
    expect(token).toHaveLength(43);
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(newToken()).not.toBe(token);
    for (const forged of ["", "x", `${token}x`, "'".repeat(43)]) expect(tokenHash(forged)).toBeNull();
  });
  it("have six digits", () => {
    for (let times = 0; times < 50; times += 1) expect(newCode()).toMatch(/^\d{6}$/);
  });
});

describe("the session cache", () => {
  const session = (userId: string): SignedIn => ({
    sessionId: "s",
    userId,
    app: "customer",
    cityId: "shanghai",
    isWorker: false,
    adminRoles: [],
    expiresAt: 0,
  });
  it("forgets a session, a person, and the oldest beyond its size", () => {
    const cache = createSessionCache(3);
    for (const [hash, user] of [
      ["a", "1"],
      ["b", "1"],
      ["c", "2"],
      ["d", "3"],
    ] as const)
      cache.put(hash, session(user));
    expect(cache.get("a")).toBeUndefined();
    expect(cache.size).toBe(3);
    cache.forget("d");
    cache.forgetUser("1");
    expect(cache.get("b")).toBeUndefined();
    expect(cache.get("c")?.userId).toBe("2");
  });
  it("notes who was seen, once for many requests", () => {
    const cache = createSessionCache();
    for (const at of [1, 2, 3]) cache.saw("s", at);
    expect(cache.takeSeen()).toEqual([{ id: "s", at: 3 }]);
    expect(cache.takeSeen()).toEqual([]);
  });
  it("lets an entry grow old", () => {
    const cache = createSessionCache(10, -1);
    cache.put("a", session("1"));
    expect(cache.get("a")).toBeUndefined();
    expect(cache.size).toBe(0);
  });
});
