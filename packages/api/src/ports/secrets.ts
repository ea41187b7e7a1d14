/** A person's key, encrypted under the master key, as the database keeps it. Destroying it erases what it encrypted (§9). */
export type WrappedKey = Uint8Array;
/** A value encrypted under a person's key: nonce, ciphertext and tag. */
export type Sealed = Uint8Array;

/** Everything that needs the master key. AES-256-GCM; keyed hashes are HMAC-SHA256. */
export interface Secrets {
  newPersonKey(): WrappedKey;
  /** `purpose` is bound to the ciphertext: a sealed address cannot be opened as an ID number. */
  seal(key: WrappedKey, purpose: string, value: string): Sealed;
  open(key: WrappedKey, purpose: string, sealed: Sealed): string;
  /** Equal for equal values, useless without the master key: uniqueness and look-up of phone, ID and card numbers. */
  keyedHash(purpose: string, value: string): Uint8Array;
  /** 32 bytes, hex, from a person's key: the salt of a commitment, gone with the key. */
  saltFor(key: WrappedKey, purpose: string, value: string): string;
}
