import { ok, type Result, refuse } from "../kernel/result.ts";

/** Whether a string of digits passes the Luhn check. */
export function passesLuhn(digits: string): boolean {
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

/** Whether a text is a bank card's number: 16–19 digits that pass Luhn (§9). Spaces must have been taken out. */
export function isCardNumber(text: string): boolean {
  return /^\d{16,19}$/.test(text) && passesLuhn(text);
}

/** Reads a card number as people type it, with spaces or hyphens between groups. Errors: card_invalid. */
export function parseCardNumber(text: string): Result<string> {
  const digits = text.replaceAll(/[\s-]/g, "");
  return isCardNumber(digits) ? ok(digits) : refuse("card_invalid");
}

/** Whether a text is a mainland mobile number: 11 digits, the second 3–9. */
export function isMobileNumber(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text);
}

/** Reads a mobile number as people type it, with +86, 86 or 0086 before it and spaces or hyphens within. Errors: phone_invalid. */
export function parseMobileNumber(text: string): Result<string> {
  const digits = text.replaceAll(/[\s-]/g, "").replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, "");
  return isMobileNumber(digits) ? ok(digits) : refuse("phone_invalid");
}

/** `138****5678` */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? "*".repeat(phone.length) : `${phone.slice(0, 3)}${"*".repeat(phone.length - 7)}${phone.slice(-4)}`;
}

/** `**** **** **** 1234`: the last four digits only. */
export function maskCard(card: string): string {
  return card.length < 8 ? "*".repeat(card.length) : `**** **** **** ${card.slice(-4)}`;
}

/** The first three characters and the last: neither birth date nor order number is left. */
export function maskIdentityNumber(identityNumber: string): string {
  if (identityNumber.length < 8) return "*".repeat(identityNumber.length);
  return `${identityNumber.slice(0, 3)}${"*".repeat(identityNumber.length - 4)}${identityNumber.slice(-1)}`;
}

/** The family name and as many stars as there are further characters: `张**`. Of a Latin name each word keeps its first letter. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  if (/[A-Za-z]/.test(trimmed)) {
    return trimmed
      .split(/\s+/)
      .map((word) => `${word.slice(0, 1)}${"*".repeat(Math.max(0, word.length - 1))}`)
      .join(" ");
  }
  const [first = "", ...rest] = [...trimmed];
  return `${first}${"*".repeat(rest.length)}`;
}
