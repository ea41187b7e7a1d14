/** Every way the gateway refuses, with the HTTP status it answers. */
export const errorStatuses = {
  invalid_request: 400,
  broken_json: 400,
  idempotency_key_missing: 400,
  unknown_merchant: 401,
  bad_signature: 401,
  timestamp_out_of_window: 401,
  nonce_reused: 401,
  not_found: 404,
  method_not_allowed: 405,
  idempotency_key_reused: 409,
  reference_reused: 409,
  checkout_not_open: 409,
  payment_not_captured: 409,
  refund_exceeds_captured: 409,
  payee_unknown: 404,
  too_large: 413,
  unsupported_media_type: 415,
  internal: 500,
  unavailable: 503,
} as const;

export type GatewayErrorCode = keyof typeof errorStatuses;

/** A refusal that travels to the caller as `{error: {code, message, details}}`. */
export class GatewayError extends Error {
  readonly code: GatewayErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: GatewayErrorCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = "GatewayError";
    this.code = code;
    this.details = details;
  }
}

/** What a caller reads of a refusal. */
export function errorBody(error: GatewayError, requestId: string) {
  return { error: { code: error.code, message: error.message, ...(error.details === undefined ? {} : { details: error.details }) }, requestId };
}
