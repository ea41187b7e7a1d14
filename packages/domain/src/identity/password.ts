import { ok, type Result, refuse } from "../kernel/result.ts";

/** Words and keyboard runs that people put before or after digits. */
const commonStems = [
  "a",
  "aa",
  "aaa",
  "ab",
  "abc",
  "abcd",
  "abcde",
  "abcdef",
  "abcdefg",
  "admin",
  "asd",
  "asdf",
  "asdfgh",
  "azerty",
  "baby",
  "buster",
  "charlie",
  "china",
  "daniel",
  "dragon",
  "football",
  "google",
  "hello",
  "iloveyou",
  "jordan",
  "lingong",
  "login",
  "love",
  "master",
  "michael",
  "monkey",
  "mustang",
  "nihao",
  "pass",
  "passwd",
  "password",
  "princess",
  "q",
  "qaz",
  "qazwsx",
  "qq",
  "qwe",
  "qwer",
  "qwert",
  "qwerty",
  "root",
  "shadow",
  "soccer",
  "sunshine",
  "superman",
  "test",
  "user",
  "w",
  "wang",
  "welcome",
  "woaini",
  "wo",
  "x",
  "xiao",
  "z",
  "zhang",
  "zxc",
  "zxcv",
  "zxcvbn",
];
/** Digits that people put after or before them. */
const commonDigits = [
  "1",
  "11",
  "12",
  "111",
  "123",
  "321",
  "520",
  "666",
  "888",
  "000",
  "1111",
  "1122",
  "1212",
  "1234",
  "1314",
  "2000",
  "4321",
  "5201",
  "6666",
  "8888",
  "11111",
  "12345",
  "54321",
  "111111",
  "112233",
  "121212",
  "123123",
  "123321",
  "123456",
  "520520",
  "654321",
  "666666",
  "888888",
  "000000",
  "1111111",
  "1234567",
  "7654321",
  "11111111",
  "12345678",
  "87654321",
  "88888888",
  "5201314",
  "123456789",
  "1234567890",
  "147258369",
  "1qaz2wsx",
];
const commonWhole = [
  "1q2w3e4r",
  "1q2w3e4r5t",
  "1qaz2wsx",
  "1qaz2wsx3edc",
  "q1w2e3r4",
  "q1w2e3r4t5",
  "qwe123rty456",
  "a1b2c3d4",
  "a1s2d3f4",
  "p@ssw0rd",
  "passw0rd",
  "1a2b3c4d",
  "zaq12wsx",
  "abc123456abc",
  "g00gle123",
];

/** Whether a password is one that everybody tries first: a common word with common digits, one character over and over. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase().replaceAll(/[!@#$%.*_-]+$/g, "");
  if (commonWhole.includes(lower) || new Set(lower).size <= 2) return true;
  return commonStems.some((stem) => isStemWithDigits(lower, stem));
}

function isStemWithDigits(password: string, stem: string): boolean {
  if (password.startsWith(stem) && commonDigits.includes(password.slice(stem.length))) return true;
  return password.endsWith(stem) && commonDigits.includes(password.slice(0, password.length - stem.length));
}

/**
 * Checks a new password (§9): at least so many characters, with letters and digits, not a common one, not the account's
 * phone number. Errors: password_weak, with `problem` one of too_short, needs_letters_and_digits, common, contains_phone.
 */
export function checkPassword(password: string, rules: { readonly least: number; readonly phone: string | null }): Result<string> {
  if ([...password].length < rules.least) return refuse("password_weak", { problem: "too_short", least: rules.least });
  if (!/[A-Za-z]/.test(password) || !/\d/.test(password)) return refuse("password_weak", { problem: "needs_letters_and_digits" });
  if (rules.phone !== null && rules.phone.length > 0 && password.includes(rules.phone)) return refuse("password_weak", { problem: "contains_phone" });
  return isCommonPassword(password) ? refuse("password_weak", { problem: "common" }) : ok(password);
}
