import { writeFile } from "node:fs/promises";
import type { Command } from "../command.ts";
import { verifierPage } from "./verifier-page.ts";

/** Where the apps hand it out from. */
export const verifierFile = new URL("../../../../apps/customer/public/dossier-verifier.html", import.meta.url);

/** Writes the self-contained verifier, from the domain's own code, to the customer app's public files or to the file named. */
export const dossierVerifier: Command = async ([file]) => {
  await writeFile(file ?? verifierFile, await verifierPage());
  return 0;
};
