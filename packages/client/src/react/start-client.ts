import type { AppName } from "@lingong/contracts";
import type { QueryClient } from "@tanstack/react-query";
import { createLingongClient, type LingongClient } from "../client.ts";
import { createQueryClient } from "./provider.tsx";

/** The language an app's screens are in; i18next is one. */
interface ShownLanguage {
  readonly language: string;
  readonly on: (event: "languageChanged", listener: () => void) => void;
}

/** What an app's entry gives to its `LingongProvider`: a client of the server that the page came from, and its queries. */
export function startClient(app: AppName, shown: ShownLanguage): { readonly client: LingongClient; readonly queryClient: QueryClient } {
  const client = createLingongClient({ url: location.origin, app, language: () => shown.language });
  const queryClient = createQueryClient();
  // What the server words is fetched anew.
  shown.on("languageChanged", () => void queryClient.invalidateQueries());
  return { client, queryClient };
}
