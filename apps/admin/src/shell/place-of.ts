const places: readonly (readonly [prefix: string, key: string])[] = [
  ["/queues/verifications", "verifications"],
  ["/queues/disputes", "disputes"],
  ["/queues/claims", "claims"],
  ["/queues/overdue", "overdue"],
  ["/orders", "orders"],
  ["/dispatch", "dispatch"],
  ["/people", "people"],
  ["/money/journal", "journal"],
  ["/money/reconciliation", "reconciliation"],
  ["/money", "money"],
  ["/fees/versions", "feeVersions"],
  ["/fees", "feeLab"],
  ["/audit", "audit"],
  ["/me", "me"],
];

/** Which place of the sidebar an address belongs to. */
export function placeOf(path: string): string {
  return places.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? "overview";
}
