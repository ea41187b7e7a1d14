import { type PhraseKind, phrasesIn } from "./chat-phrases.ts";
import { type SeenDigit, seenNumbers } from "./hidden-digits.ts";
import { birthDateOf } from "./identity-number.ts";
import { isCardNumber } from "./numbers.ts";

export type NumberKind = "identity_number" | "card_number" | "mobile_number";

/** A number found in a message: where it stands in the text as written. */
export interface FoundNumber {
  readonly kind: NumberKind;
  readonly from: number;
  readonly to: number;
}

/** What the guard made of a message (§9). Only `text` may be stored. */
export interface GuardedMessage {
  /** The message with every digit of a found number replaced by `*`. */
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
  readonly phrases: readonly PhraseKind[];
  /** A request for a verification code is withheld and sent to the safety queue. */
  readonly withheld: boolean;
  /** Both sides are warned. */
  readonly warns: boolean;
}

const lengths: readonly { readonly kind: NumberKind; readonly lengths: readonly number[]; readonly is: (digits: string) => boolean }[] = [
  { kind: "identity_number", lengths: [18], is: (digits) => birthDateOf(digits) !== null },
  { kind: "card_number", lengths: [19, 18, 17, 16], is: isCardNumber },
  { kind: "mobile_number", lengths: [15, 13, 11], is: (digits) => /^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits) },
];

/** The number that begins at a digit and ends where a group of digits ends, or null. */
function numberAt(run: readonly SeenDigit[], start: number): { readonly kind: NumberKind; readonly length: number } | null {
  for (const { kind, lengths: candidates, is } of lengths) {
    for (const length of candidates) {
      const end = start + length;
      const endsGroup = end === run.length || run[end]?.startsGroup === true;
      if (
        endsGroup &&
        is(
          run
            .slice(start, end)
            .map((seen) => seen.digit)
            .join(""),
        )
      )
        return { kind, length };
    }
  }
  return null;
}

function numbersIn(run: readonly SeenDigit[]): readonly { readonly kind: NumberKind; readonly digits: readonly SeenDigit[] }[] {
  const found: { kind: NumberKind; digits: readonly SeenDigit[] }[] = [];
  let index = 0;
  while (index < run.length) {
    const number = run[index]?.startsGroup === true ? numberAt(run, index) : null;
    if (number === null) {
      index += 1;
      continue;
    }
    found.push({ kind: number.kind, digits: run.slice(index, index + number.length) });
    index += number.length;
  }
  return found;
}

function mask(text: string, digits: readonly SeenDigit[]): string {
  let masked = "";
  let at = 0;
  for (const digit of digits) {
    masked += `${text.slice(at, digit.from)}*`;
    at = digit.to;
  }
  return masked + text.slice(at);
}

/** Judges a chat message before it is stored (§9): masks card, ID and mobile numbers, names what else it says. */
export function guardMessage(text: string): GuardedMessage {
  const found = seenNumbers(text).flatMap((run) => numbersIn(run));
  const phrases = phrasesIn(text);
  const numbers = found.map(({ kind, digits }) => ({ kind, from: digits[0]?.from ?? 0, to: digits.at(-1)?.to ?? 0 }));
  return {
    text: mask(
      text,
      found.flatMap(({ digits }) => digits),
    ),
    numbers,
    phrases,
    withheld: phrases.includes("code_request"),
    warns: numbers.length > 0 || phrases.length > 0,
  };
}
