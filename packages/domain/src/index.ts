// The one door of the rules. Everything below is pure: no clock, no chance, no input or output.
export * from "./catalog/category.ts";
export * from "./dispatch/snapshot.ts";
export * from "./geo/position.ts";
export * from "./kernel/error-codes.ts";
export * from "./kernel/instant.ts";
export * from "./kernel/money.ts";
export * from "./kernel/result.ts";
export * from "./order/command.ts";
export * from "./order/facts.ts";
export * from "./order/order.ts";
export * from "./order/outcome.ts";
export * from "./order/terms.ts";
export * from "./policy/policy.ts";
