/** Names under which something could stand in a log line that must never be there (§9). */
const secretNames = [
  "account",
  "address",
  "authorization",
  "body",
  "cardNumber",
  "code",
  "cookie",
  "holderName",
  "idNumber",
  "number",
  "password",
  "payee",
  "phone",
  "realName",
  "secret",
  "sessionToken",
  "set-cookie",
  "text",
  "to",
  "token",
] as const;

const deeper = ["", "*.", "*.*."] as const;

function path(prefix: string, name: string): string {
  if (/^\w+$/.test(name)) return `${prefix}${name}`;
  return `${prefix.replace(/\.$/, "")}["${name}"]`;
}

/** pino's `redact`: replaces codes, tokens, numbers and names wherever they stand, down to the third level. */
export const logRedaction = {
  paths: deeper.flatMap((prefix) => secretNames.map((name) => path(prefix, name))),
  censor: "[redacted]",
} as const;
