import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Sealed, Secrets, WrappedKey } from "../ports/secrets.ts";

const NONCE = 12;
const TAG = 16;
const KEY = 32;

function encrypt(key: Uint8Array, purpose: string, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(purpose, "utf8"));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, purpose: string, sealed: Uint8Array): Uint8Array {
  if (sealed.length < NONCE + TAG) throw new RangeError("a sealed value is cut short");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(purpose, "utf8"));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
}

/**
 * The secrets of a deployment, from its master key (32 bytes or more of hex, base64 or text). Keys for wrapping and for
 * hashing are derived apart, so that neither says anything of the other.
 * @throws RangeError when the master key is shorter than 32 characters.
 */
export function createSecrets(masterKey: string): Secrets {
  if (masterKey.length < KEY) throw new RangeError("the master key needs at least 32 characters");
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", masterKey, "lingong", purpose, KEY));
  const wrapping = derive("person-keys");
  const hashing = derive("keyed-hashes");
  const unwrap = (key: WrappedKey) => decrypt(wrapping, "person-key", key);
  return {
    newPersonKey: () => encrypt(wrapping, "person-key", randomBytes(KEY)),
    seal: (key, purpose, value): Sealed => encrypt(unwrap(key), purpose, Buffer.from(value, "utf8")),
    open: (key, purpose, sealed) => Buffer.from(decrypt(unwrap(key), purpose, sealed)).toString("utf8"),
    keyedHash: (purpose, value) => createHmac("sha256", hashing).update(`${purpose}\u0000${value}`).digest(),
    saltFor: (key, purpose, value) => createHmac("sha256", unwrap(key)).update(`salt\u0000${purpose}\u0000${value}`).digest("hex"),
  };
}
