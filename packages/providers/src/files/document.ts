import { open, stat } from "node:fs/promises";
import { isDocument } from "./image-type.ts";
import { hashOf, headOf, LARGEST_FILE_BYTES } from "./picture.ts";
import { FileRefusal } from "./refusal.ts";

/** A document as it came: nothing of it is rendered or opened here. */
export interface Document {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: "application/pdf";
}

const TAIL_BYTES = 1_024;

/** A PDF that has its end: one that was cut on its way is refused rather than kept broken. */
async function isWhole(path: string, bytes: number): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const tail = Buffer.alloc(Math.min(TAIL_BYTES, bytes));
    await file.read(tail, 0, tail.length, bytes - tail.length);
    return tail.includes("%%EOF");
  } finally {
    await file.close();
  }
}

/**
 * Reads an uploaded document by its own bytes, whatever its sender claims; null: it is none.
 * @throws FileRefusal `too_large`, or `unsupported_file` for a PDF that was cut.
 */
export async function readDocument(path: string, largestBytes = LARGEST_FILE_BYTES): Promise<Document | null> {
  if (!isDocument(await headOf(path))) return null;
  const { size } = await stat(path);
  if (size > largestBytes) throw new FileRefusal("too_large");
  if (!(await isWhole(path, size))) throw new FileRefusal("unsupported_file");
  return { sha256: await hashOf(path), bytes: size, type: "application/pdf" };
}
