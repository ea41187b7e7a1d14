export const orderFilters = ["active", "to_confirm", "past"] as const;
export type OrderFilter = (typeof orderFilters)[number];
