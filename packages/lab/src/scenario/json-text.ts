import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { Refusal } from "../command.ts";

/** A JSON text read piece by piece: a file of any size, never held whole. */
export interface JsonText {
  /** The next character that is no white space, without taking it; "" at the end. */
  peek(): string;
  /** Takes the next character, which must be this one. */
  take(expected: string, where: string): void;
  /** Takes the next value whole, whatever it is. */
  value(where: string): unknown;
  close(): void;
}

const pieceBytes = 1 << 20;

/** A record is a few hundred characters: what is longer has lost its end. */
const longestValue = 4 << 20;

/** Opens a file as JSON text. @throws Refusal, in one sentence, where it cannot be opened, is cut short or is no JSON. */
export function openJson(path: string): JsonText {
  const file = opened(path);
  const decoder = new StringDecoder("utf8");
  const bytes = Buffer.allocUnsafe(pieceBytes);
  let text = "";
  let next = 0;

  /** Reads on; false at the end of the file. */
  const more = (): boolean => {
    const read = readSync(file, bytes);
    text = text.slice(next) + (read > 0 ? decoder.write(bytes.subarray(0, read)) : decoder.end());
    next = 0;
    return read > 0;
  };
  const peek = (): string => {
    for (;;) {
      while (next < text.length && isSpace(text.charCodeAt(next))) next += 1;
      if (next < text.length) return text[next] ?? "";
      if (!more()) return "";
    }
  };
  return {
    peek,
    take: (expected, where) => {
      const found = peek();
      if (found === "") throw new Refusal(`the file is cut short: it ends ${where}`);
      if (found !== expected) throw new Refusal(`"${expected}" is missing ${where}`);
      next += 1;
    },
    value: (where) => {
      peek();
      let length = valueLength(text, next);
      while (length < 0) {
        if (text.length - next > longestValue) throw new Refusal(`a value has no end ${where}`);
        if (!more()) throw new Refusal(`the file is cut short: it ends ${where}`);
        length = valueLength(text, next);
      }
      const slice = text.slice(next, next + length);
      next += length;
      return parsed(slice, where);
    },
    close: () => closeSync(file),
  };
}

function opened(path: string): number {
  try {
    return openSync(path, "r");
  } catch {
    throw new Refusal(`the file ${path} cannot be opened`);
  }
}

function parsed(slice: string, where: string): unknown {
  try {
    return JSON.parse(slice);
  } catch {
    throw new Refusal(`this is not JSON: ${slice.slice(0, 60) || "nothing"} ${where}`);
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

const quote = 0x22;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);
const comma = 0x2c;

/** How long the value that begins here is; −1 when its end is not in the text. */
function valueLength(text: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) {
      index = closingQuote(text, index);
      if (index < 0) return -1;
      if (depth === 0) return index + 1 - from;
    } else if (opening.has(code)) {
      depth += 1;
    } else if (closing.has(code)) {
      // The bracket around a bare word ends it, and is not part of it.
      if (depth === 0) return index - from;
      depth -= 1;
      if (depth === 0) return index + 1 - from;
    } else if (depth === 0 && (code === comma || isSpace(code))) {
      return index - from;
    }
  }
  return -1;
}

/** Where the string that begins here ends; −1 when not in the text. */
function closingQuote(text: string, from: number): number {
  for (let index = from + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === backslash) index += 1;
    else if (code === quote) return index;
  }
  return -1;
}
