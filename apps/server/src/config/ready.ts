import type { DemoAccount } from "@lingong/api";
import type { RunningServer } from "../server.ts";

const titles = { customer: "Customers", worker: "Workers", admin: "Admins" } as const;

function accountLines(accounts: readonly DemoAccount[], app: keyof typeof titles): string[] {
  const ours = accounts.filter((account) => account.app === app);
  return ours.map(({ name, phone, code, password, cityId, about }) => {
    const secret = password === null ? `code ${code}` : `password ${password}  code ${code}`;
    return `    ${phone}  ${secret}  ${name} · ${cityId}${about.length === 0 ? "" : ` · ${about.join("、")}`}`;
  });
}

/** What is printed when everything runs: where to go, and as whom. */
export function readyLines({ publicUrl, accounts }: RunningServer): string {
  const addresses = [`  Customers  ${publicUrl}/`, `  Workers    ${publicUrl}/worker/`, `  Admins     ${publicUrl}/admin/`];
  if (accounts.length === 0) return ["", "Lingong 零工 is ready.", "", ...addresses, ""].join("\n");
  const people = (["customer", "worker", "admin"] as const).flatMap((app) => [`  ${titles[app]}`, ...accountLines(accounts, app)]);
  return [
    "",
    "Lingong 零工 is ready.",
    "",
    ...addresses,
    `  SMS inbox  ${publicUrl}/dev/inbox`,
    "",
    "Demo accounts (sign in with the phone number and its fixed code; admins with password and code)",
    ...people,
    "",
    "Ctrl-C stops everything; the data stays.",
    "",
  ].join("\n");
}
