import { describe, expect, it } from "vitest";
import { readPhotoEvidence } from "./exif.ts";

/** A little-endian TIFF block with one directory of the given entries. */
function block(entries: readonly (readonly [tag: number, type: number, count: number, value: number])[]): Buffer {
  const bytes = Buffer.alloc(10 + entries.length * 12);
  bytes.write("II", 0, "latin1");
  bytes.writeUInt16LE(42, 2);
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    bytes.writeUInt16LE(tag, 10 + index * 12);
    bytes.writeUInt16LE(type, 12 + index * 12);
    bytes.writeUInt32LE(count, 14 + index * 12);
    bytes.writeUInt32LE(value, 18 + index * 12);
  }
  return bytes;
}

const nothing = { takenAt: null, takenAtPosition: null };

describe("readPhotoEvidence", () => {
  it("answers nothing for no block, an empty one, or one of another order", () => {
    for (const bytes of [undefined, Buffer.alloc(0), Buffer.from("II"), Buffer.from("XX*\0\0\0\0\0")])
      expect(readPhotoEvidence(bytes)).toEqual(nothing);
  });

  it("never reads past the end, follows no circle, and survives every length and every flipped byte", () => {
    const circle = block([
      [0x8769, 4, 1, 8],
      [0x8825, 4, 1, 8],
      [0x9003, 2, 20, 0xffff_fff0],
      [2, 5, 3, 0x7fff_ffff],
      [0x0132, 2, 0xffff_ffff, 8],
    ]);
    expect(readPhotoEvidence(circle)).toEqual(nothing);
    for (let length = 0; length < circle.length; length += 1) expect(readPhotoEvidence(circle.subarray(0, length))).toEqual(nothing);
    for (let at = 0; at < circle.length; at += 1) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const changed = Buffer.from(circle);
        changed[at] = value;
        expect(() => readPhotoEvidence(changed)).not.toThrow();
      }
    }
  });
});
