/** One digit as a reader would see it, and where it stands in the text (UTF-16 units, end not included). */
export interface SeenDigit {
  /** `0`–`9`, or `X` as the last character of an ID number. */
  readonly digit: string;
  readonly from: number;
  readonly to: number;
  /** Whether something (a space, a hyphen) stands between it and the digit before it. */
  readonly startsGroup: boolean;
}

/** Chinese digits as written, as on cheques, and as spoken on the radio. */
const chineseDigits: Readonly<Record<string, string>> = {
  〇: "0",
  零: "0",
  洞: "0",
  一: "1",
  壹: "1",
  幺: "1",
  二: "2",
  贰: "2",
  两: "2",
  三: "3",
  叁: "3",
  四: "4",
  肆: "4",
  五: "5",
  伍: "5",
  六: "6",
  陆: "6",
  七: "7",
  柒: "7",
  拐: "7",
  八: "8",
  捌: "8",
  九: "9",
  玖: "9",
  勾: "9",
};
/** What may stand between the digits of one number: spaces, invisible characters, hyphens, dots, commas, brackets, signs. */
const separator = /^[\s\p{Cf}\p{M}_.·•。,，、/\\|*+~'"()（）[\]【】\-‐‑‒–—―−－～]$/u;
/** More than so many in a row end a number. */
const separatorsAtMost = 3;

/** The digit a character shows, whatever its dress (full-width, circled, mathematical, Chinese); null: none. */
function digitOf(character: string): string | null {
  const chinese = chineseDigits[character];
  if (chinese !== undefined) return chinese;
  const plain = character.normalize("NFKC");
  return /^\d$/.test(plain) ? plain : null;
}

function isFinalX(character: string, run: readonly SeenDigit[]): boolean {
  return run.length >= 17 && run.at(-1)?.digit !== "X" && character.normalize("NFKC").toUpperCase() === "X";
}

/**
 * The numbers in a text as a person would read them: runs of digits with nothing but a few separators between them.
 * Spaces, full-width digits and Chinese digits hide nothing (§9, chat guard).
 */
export function seenNumbers(text: string): readonly (readonly SeenDigit[])[] {
  const runs: SeenDigit[][] = [];
  let run: SeenDigit[] = [];
  let gap = 0;
  let from = 0;
  const end = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
    gap = 0;
  };
  for (const character of text) {
    const to = from + character.length;
    const digit = digitOf(character) ?? (isFinalX(character, run) ? "X" : null);
    if (digit !== null) {
      run.push({ digit, from, to, startsGroup: run.length === 0 || gap > 0 });
      gap = 0;
    } else if (run.length > 0 && gap < separatorsAtMost && separator.test(character)) {
      gap += 1;
    } else {
      end();
    }
    from = to;
  }
  end();
  return runs;
}
