/** A name and an ID number to compare (§9). `key` makes a repeat harmless. */
export interface IdentityCheck {
  readonly key: string;
  readonly realName: string;
  readonly idNumber: string;
}

export type IdentityVerdict =
  | { readonly state: "matches" }
  /** A refusal names the field at fault. */
  | { readonly state: "refused"; readonly field: "realName" | "idNumber"; readonly reason: string };

/** Compares a real name with an ID number. Called by a job: it may take its time and may be repeated. */
export interface IdentityProvider {
  check(request: IdentityCheck): Promise<IdentityVerdict>;
}
