import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refusal } from "../command.ts";
import { type FiledRound, header, roundLines } from "./rounds-file.ts";

const unwritable = new Set(["ENOENT", "EACCES", "EISDIR", "ENOSPC", "EROFS"]);

/** Writes rounds to a file as they come. Answers how many rounds and receipts. @throws Refusal when it cannot be written. */
export async function writeRounds(
  file: string,
  rounds: AsyncIterable<FiledRound> | Iterable<FiledRound>,
): Promise<{ rounds: number; receipts: number }> {
  const written = { rounds: 0, receipts: 0 };
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify(header)}\n`;
    for await (const round of rounds) {
      yield* roundLines(round);
      written.rounds += 1;
      written.receipts += round.receipts.length;
    }
    yield `${JSON.stringify({ end: written })}\n`;
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && unwritable.has(String(error.code)))
      throw new Refusal(`${file} cannot be written (${error.code})`);
    throw error;
  }
  return written;
}
