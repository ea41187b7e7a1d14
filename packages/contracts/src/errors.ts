import type { ErrorCode } from "@lingong/domain";
import type { Details } from "./common.ts";

/**
 * What every refusal carries to the client, at `error.data.domain` of a tRPC error. The screens translate `code`;
 * `field` names the input at fault (`terms.rateFenPerHour`), `reference` is what a person may quote to support.
 */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly details: Details | null;
  readonly field: string | null;
  readonly reference: string | null;
}
