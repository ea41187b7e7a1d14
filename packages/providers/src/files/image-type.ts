export type ImageType = "image/jpeg" | "image/png" | "image/webp" | "image/heic" | "image/avif";

const heicBrands = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"];

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, from + length);
}

/**
 * What the first bytes say a file is, whatever its name or sender claims; null for anything that is no photo. Formats
 * with a larger attack surface (SVG, TIFF, GIF) never reach the decoder; a PDF is kept as it came and never opened here.
 */
export function imageTypeOf(head: Uint8Array): ImageType | null {
  if (head.length < 12) return null;
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "image/jpeg";
  if (ascii(head, 0, 8) === "\x89PNG\r\n\x1a\n") return "image/png";
  if (ascii(head, 0, 4) === "RIFF" && ascii(head, 8, 4) === "WEBP") return "image/webp";
  if (ascii(head, 4, 4) !== "ftyp") return null;
  const brand = ascii(head, 8, 4);
  if (brand === "avif" || brand === "avis") return "image/avif";
  return heicBrands.includes(brand) ? "image/heic" : null;
}

/** The beginning of every PDF, at byte 0: a file that hides it deeper is another kind first. */
export function isDocument(head: Uint8Array): boolean {
  return ascii(head, 0, 5) === "%PDF-";
}
