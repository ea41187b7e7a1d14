import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import sharp from "sharp";
import { type PhotoEvidence, readPhotoEvidence } from "./exif.ts";
import { type ImageType, imageTypeOf } from "./image-type.ts";
import { FileRefusal } from "./refusal.ts";

/** The largest original that is taken, bytes. */
export const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
/** A picture of more pixels is a bomb: a small file that unpacks to gigabytes. */
export const MOST_PIXELS = 100_000_000;
const LARGE_EDGE = 1_600;
const THUMBNAIL_EDGE = 400;
const DECODE_SECONDS = 20;

/** What one original becomes: two renditions without any metadata, and what it said of itself. */
export interface Picture extends PhotoEvidence {
  readonly large: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
  /** Of the original as it came. */
  readonly sha256: string;
  readonly bytes: number;
  readonly type: ImageType;
}

export async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(32);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function render(path: string) {
  const input = () => sharp(path, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 }).timeout({ seconds: DECODE_SECONDS });
  const metadata = await input().metadata();
  const fit = (edge: number, quality: number) =>
    input()
      .autoOrient()
      .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
  const large = await fit(LARGE_EDGE, 82);
  const thumbnail = await fit(THUMBNAIL_EDGE, 75);
  return { metadata, large, thumbnail };
}

/**
 * Reads an uploaded original: checks its size and its first bytes, decodes it under limits, and renders it anew at 1600
 * and 400 px, which leaves every tag behind; time and place are kept apart as evidence.
 * @throws FileRefusal `too_large`, or `unsupported_file` for what is no picture, is damaged, or cannot be decoded here.
 */
export async function readPicture(path: string, largestBytes = LARGEST_FILE_BYTES): Promise<Picture> {
  const { size } = await stat(path);
  if (size > largestBytes) throw new FileRefusal("too_large");
  const type = imageTypeOf(await headOf(path));
  if (type === null) throw new FileRefusal("unsupported_file");
  let rendered: Awaited<ReturnType<typeof render>>;
  try {
    rendered = await render(path);
  } catch (error) {
    const tooManyPixels = error instanceof Error && /pixel limit/i.test(error.message);
    throw new FileRefusal(tooManyPixels ? "too_large" : "unsupported_file");
  }
  const { metadata, large, thumbnail } = rendered;
  return {
    ...readPhotoEvidence(metadata.exif),
    large: large.data,
    thumbnail: thumbnail.data,
    width: large.info.width,
    height: large.info.height,
    sha256: await hashOf(path),
    bytes: size,
    type,
  };
}
