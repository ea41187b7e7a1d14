import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_PIXELS, readPicture } from "./picture.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "pictures-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, bytes);
  return path;
}

function photo(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#3a7" } });
}

const gps = {
  GPSLatitudeRef: "N",
  GPSLatitude: "31/1 13/1 4944/100",
  GPSLongitudeRef: "E",
  GPSLongitude: "121/1 28/1 2532/100",
  GPSDateStamp: "2026:03:17",
  GPSTimeStamp: "5/1 36/1 12/1",
};

describe("readPicture", () => {
  it("renders at 1600 and 400 px without any metadata, and keeps the original's hash, time and place", async () => {
    const original = await photo(3000, 2000)
      .withExif({ IFD0: { Make: "Phone" }, IFD2: { DateTimeOriginal: "2026:03:17 13:00:00" }, IFD3: gps })
      .jpeg()
      .toBuffer();
    const picture = await readPicture(await fileOf("a.jpg", original));
    expect(picture).toMatchObject({ type: "image/jpeg", width: 1600, height: 1067, bytes: original.length });
    expect(picture.sha256).toBe(createHash("sha256").update(original).digest("hex"));
    expect(picture.takenAt).toBe(Date.UTC(2026, 2, 17, 5, 36, 12));
    expect(picture.takenAtPosition).toEqual({ lat: 31.2304, lng: 121.4737 });
    for (const [bytes, width] of [
      [picture.large, 1600],
      [picture.thumbnail, 400],
    ] as const) {
      const metadata = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ format: "webp", width });
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it("takes the camera's clock where no satellite gave the time, in its own zone or the order's", async () => {
    const zoned = await photo(50, 50)
      .withExif({ IFD2: { DateTimeOriginal: "2026:03:17 13:00:00", OffsetTimeOriginal: "+09:00" } })
      .jpeg()
      .toBuffer();
    expect((await readPicture(await fileOf("zoned.jpg", zoned))).takenAt).toBe(Date.UTC(2026, 2, 17, 4));
    const local = await photo(50, 50)
      .withExif({ IFD2: { DateTimeOriginal: "2026:03:17 13:00:00" } })
      .webp()
      .toBuffer();
    expect(await readPicture(await fileOf("local.webp", local))).toMatchObject({ takenAt: Date.UTC(2026, 2, 17, 5), takenAtPosition: null });
  });

  it("says nothing of time and place that a picture does not tell", async () => {
    const plain = await photo(50, 50).png().toBuffer();
    expect(await readPicture(await fileOf("plain.png", plain))).toMatchObject({ takenAt: null, takenAtPosition: null, type: "image/png", width: 50 });
    const nonsense = await photo(50, 50)
      .withExif({ IFD2: { DateTimeOriginal: "2026:13:45 99:00:00" } })
      .jpeg()
      .toBuffer();
    expect((await readPicture(await fileOf("nonsense.jpg", nonsense))).takenAt).toBeNull();
  });

  it("turns a picture upright before its orientation tag is gone", async () => {
    const lying = await photo(300, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await readPicture(await fileOf("lying.jpg", lying))).toMatchObject({ width: 100, height: 300 });
  });

  it.each([
    ["a page", "<html><script>alert(1)</script></html>"],
    ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'],
    ["a document", "%PDF-1.7\n1 0 obj"],
    ["an archive", "PK\u0003\u0004 and so on and so on"],
    ["nothing", ""],
  ])("refuses %s whatever its name", async (_kind, text) => {
    await expect(readPicture(await fileOf("evil.jpg", Buffer.from(text)))).rejects.toMatchObject({ code: "unsupported_file" });
  });

  it("refuses a picture that is cut off or only begins like one", async () => {
    const whole = await photo(800, 800).jpeg().toBuffer();
    await expect(readPicture(await fileOf("cut.jpg", whole.subarray(0, whole.length / 3)))).rejects.toMatchObject({ code: "unsupported_file" });
    const head = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)]);
    await expect(readPicture(await fileOf("head.jpg", head))).rejects.toMatchObject({ code: "unsupported_file" });
  });

  it("refuses an original above the limit without decoding it", async () => {
    const original = await photo(400, 400).png({ compressionLevel: 0 }).toBuffer();
    await expect(readPicture(await fileOf("big.png", original), 1_000)).rejects.toMatchObject({ code: "too_large" });
  });

  it("refuses a small file that would unpack to billions of pixels", async () => {
    const bomb = pngBomb(60_000, 60_000);
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(60_000 * 60_000).toBeGreaterThan(MOST_PIXELS);
    const startedAt = Date.now();
    await expect(readPicture(await fileOf("bomb.png", bomb))).rejects.toMatchObject({ code: "too_large" });
    expect(Date.now() - startedAt).toBeLessThan(8_000);
  });

  it("leaves the original where it is, unread by anybody else's rights", async () => {
    const original = await photo(20, 20).png().toBuffer();
    const path = await fileOf("stays.png", original);
    await readPicture(path);
    expect(Buffer.compare(await readFile(path), original)).toBe(0);
  });
});

/** A valid PNG header that promises `width` × `height` grey pixels, with only a little of them inside. */
function pngBomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(60_001 * 100))), chunk("IEND", Buffer.alloc(0))]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
