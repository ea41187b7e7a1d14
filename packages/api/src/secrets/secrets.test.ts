import { describe, expect, it } from "vitest";
import { createSecrets } from "./secrets.ts";

const secrets = createSecrets("a master key of more than 32 characters");

describe("secrets", () => {
  it("opens what it sealed, under the same key and purpose only", () => {
    const key = secrets.newPersonKey();
    const sealed = secrets.seal(key, "id-number", "11010519491231002X");
    expect(Buffer.from(sealed).toString("latin1")).not.toContain("110105");
    expect(secrets.open(key, "id-number", sealed)).toBe("11010519491231002X");
    expect(() => secrets.open(key, "address", sealed)).toThrow();
    expect(() => secrets.open(secrets.newPersonKey(), "id-number", sealed)).toThrow();
  });

  it("notices a flipped bit and a value cut short", () => {
    const key = secrets.newPersonKey();
    const sealed = Buffer.from(secrets.seal(key, "address", "联洋年华 12-1202"));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => secrets.open(key, "address", changed)).toThrow();
    }
    expect(() => secrets.open(key, "address", sealed.subarray(0, 20))).toThrow();
  });

  it("seals the same value differently each time, and hashes it alike", () => {
    const key = secrets.newPersonKey();
    expect(Buffer.from(secrets.seal(key, "x", "y"))).not.toEqual(Buffer.from(secrets.seal(key, "x", "y")));
    expect(secrets.keyedHash("phone", "13800138000")).toEqual(secrets.keyedHash("phone", "13800138000"));
    expect(secrets.keyedHash("phone", "13800138000")).not.toEqual(secrets.keyedHash("card", "13800138000"));
    const others = createSecrets("another master key of more than 32 letters");
    expect(others.keyedHash("phone", "13800138000")).not.toEqual(secrets.keyedHash("phone", "13800138000"));
  });

  it("gives a salt that hangs on the person's key", () => {
    const key = secrets.newPersonKey();
    expect(secrets.saltFor(key, "address", "a")).toBe(secrets.saltFor(key, "address", "a"));
    expect(secrets.saltFor(key, "address", "a")).not.toBe(secrets.saltFor(secrets.newPersonKey(), "address", "a"));
  });

  it("refuses a short master key", () => {
    expect(() => createSecrets("short")).toThrow(RangeError);
  });
});
