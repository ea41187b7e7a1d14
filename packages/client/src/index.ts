export type { LingongClient, LingongClientOptions, Performed } from "./client.ts";
export { createLingongClient } from "./client.ts";
export { isSignedOut, isUncertain, refusalOf } from "./errors.ts";
export type { Live, LiveEvents, LiveState } from "./live.ts";
export type { OfflineQueue, QueuedStep } from "./offline-queue.ts";
export type { ServerClock } from "./server-clock.ts";
export { browserStorage, type ClientStorage, memoryStorage } from "./storage.ts";
export type { LingongApi } from "./transport.ts";
export type { UploadRequest } from "./uploads.ts";
