import { ok, type Result, refuse } from "../kernel/result.ts";

/** A local calendar day, `YYYY-MM-DD`. */
export type LocalDate = string;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = "10X98765432";

/** The check character of the first 17 digits by GB 11643 (ISO 7064, MOD 11-2). */
export function identityCheckCharacter(first17: string): string {
  const total = weights.reduce((sum, weight, index) => sum + weight * Number(first17[index]), 0);
  return checkCharacters[total % 11] ?? "";
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isRealDate(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The birth date of an ID number whose form, date and checksum are right; null otherwise. */
export function birthDateOf(identityNumber: string): LocalDate | null {
  if (!/^\d{17}[\dXx]$/.test(identityNumber)) return null;
  const [year, month, day] = [identityNumber.slice(6, 10), identityNumber.slice(10, 12), identityNumber.slice(12, 14)];
  if (!isRealDate(Number(year), Number(month), Number(day))) return null;
  if (identityCheckCharacter(identityNumber) !== identityNumber.slice(17).toUpperCase()) return null;
  return `${year}-${month}-${day}`;
}

/** Full years of age on a day; negative before birth. Who was born on 29 February is a year older from 1 March in common years. */
export function ageOn(birthDate: LocalDate, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/**
 * Checks a real-name ID number (§9): 18 characters by GB 11643 with checksum and a real date of birth, and an age of at
 * least `ageLeast` on `today` (the local day; the domain reads no clock). The value is the number with a capital X.
 * Errors: identity_number_invalid, identity_underage.
 */
export function checkIdentityNumber(identityNumber: string, today: LocalDate, ageLeast: number): Result<string> {
  const birthDate = birthDateOf(identityNumber);
  if (birthDate === null || birthDate > today) return refuse("identity_number_invalid");
  if (ageOn(birthDate, today) < ageLeast) return refuse("identity_underage", { ageLeast });
  return ok(identityNumber.toUpperCase());
}
