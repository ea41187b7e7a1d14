import { overview } from "./admin-overview.ts";
import { shell } from "./admin-shell.ts";

export const admin = { ...shell, ...overview } as const;
