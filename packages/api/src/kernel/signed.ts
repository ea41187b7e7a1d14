import type { SignedIn } from "../accounts/session-cache.ts";
import type { Context } from "./context.ts";

/** A request of somebody who is signed in. */
export type Signed = Context & { readonly session: SignedIn };
