import type { ErrorCode } from "@lingong/domain";

/** Why a file is not taken, in the words people read. */
export type FileRefusalCode = Extract<
  ErrorCode,
  "unsupported_file" | "too_large" | "invalid_input" | "not_signed_in" | "session_expired" | "not_yours" | "not_found" | "conflict" | "rate_limited"
>;

/** A file, or a request about one, that is refused. */
export class FileRefusal extends Error {
  readonly code: FileRefusalCode;

  constructor(code: FileRefusalCode) {
    super(code);
    this.name = "FileRefusal";
    this.code = code;
  }
}
