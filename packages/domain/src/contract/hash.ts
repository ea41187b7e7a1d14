import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical.ts";

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a value's canonical JSON: what people sign and chains link. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** Bytes of a commitment's salt. */
export const saltBytes = 32;

/**
 * A commitment to a personal value: SHA-256(32-byte salt ‖ UTF-8 value) (§9). It stands in hash chains instead of the
 * value; with the salt destroyed it tells nothing.
 * @throws RangeError when the salt is not 32 bytes of hex: without it this would be a plain hash, which §9 forbids.
 */
export function commitmentOf(saltHex: string, value: string): string {
  const salt = hexToBytes(saltHex);
  if (salt.length !== saltBytes) throw new RangeError(`a commitment's salt has ${saltBytes} bytes`);
  return bytesToHex(sha256(concatBytes(salt, utf8ToBytes(value))));
}
