/** Pages reached by `G` and a letter. */
export const pageKeys = [
  { letter: "H", page: "overview", to: "/" },
  { letter: "O", page: "orders", to: "/orders" },
  { letter: "R", page: "dispatch", to: "/dispatch" },
  { letter: "P", page: "people", to: "/people" },
  { letter: "M", page: "money", to: "/money" },
  { letter: "J", page: "journal", to: "/money/journal" },
  { letter: "V", page: "verifications", to: "/queues/verifications" },
  { letter: "D", page: "disputes", to: "/queues/disputes" },
  { letter: "I", page: "claims", to: "/queues/claims" },
  { letter: "T", page: "overdue", to: "/queues/overdue" },
  { letter: "A", page: "audit", to: "/audit" },
] as const;

/** What the keys do on a page with a list. */
export const listKeys = [
  { keys: ["J"], does: "nextRow" },
  { keys: ["K"], does: "previousRow" },
  { keys: ["enter"], does: "openRow" },
  { keys: ["/"], does: "filter" },
  { keys: ["["], does: "previousPage" },
  { keys: ["]"], does: "nextPage" },
] as const;
