import { common } from "./common.ts";
import { domain } from "./domain.ts";
import { errors } from "./errors.ts";

/** English of what all apps share: one chunk, fetched when English is wanted. */
export const shared = { common, domain, errors };
