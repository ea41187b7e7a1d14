export { createQueryClient, LingongProvider, type LingongProviderProps, useClient, useTRPC } from "./provider.tsx";
export { useAct, usePerform } from "./use-act.ts";
export { type Connection, useConnection } from "./use-connection.ts";
export { useLive, useOrderLive } from "./use-live.ts";
export { useServerClock } from "./use-server-clock.ts";
export { type Session, useSession } from "./use-session.ts";
export { type UploadProgress, type Uploads, useUpload } from "./use-upload.ts";
