// The outside behind the ports of `api`: one default for each.
export * from "./choose-providers.ts";
export type { PhotoEvidence } from "./files/exif.ts";
export * from "./files/local-file-store.ts";
export { LARGEST_FILE_BYTES } from "./files/picture.ts";
export * from "./files/refusal.ts";
export * from "./files/upload-server.ts";
export * from "./identity/default-identity.ts";
export * from "./logging/redaction.ts";
export * from "./map/straight-line-travel.ts";
export { AlipayRefusal, AlipayUnavailable } from "./payment/alipay/alipay-client.ts";
export * from "./payment/alipay/alipay-payment.ts";
export { GatewayRefusal, GatewayUnavailable } from "./payment/gateway-client.ts";
export * from "./payment/sandbox-payment.ts";
export * from "./push/web-push.ts";
export * from "./push/without-push.ts";
export * from "./sms/development-sms.ts";
export * from "./sms/http-sms.ts";
