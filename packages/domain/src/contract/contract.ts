import type { CommissionFacts } from "../fees/commission.ts";
import type { Policy } from "../policy/policy.ts";
import { type Clause, type ContractMatter, contractClauses } from "./clauses.ts";
import { hashOf } from "./hash.ts";
import { termsHash } from "./terms-hash.ts";

/** What a worker signs by accepting: the customer's signed terms, the parties, and the plan with its pinned facts and policy (§10). */
export interface SignedContract {
  readonly orderId: string;
  readonly termsHash: string | null;
  readonly customerId: string;
  readonly workerId: string;
  readonly pinned: CommissionFacts & { readonly policyVersion: string; readonly policyHash: string };
}

/** The hash of a signed contract: the order keeps it from accept on. */
export function contractHash(contract: SignedContract): string {
  return hashOf(contract);
}

/** A contract to read: its fingerprint and its eight clauses. */
export interface Contract {
  /** What is signed: before accept the terms' hash (by the customer), from accept on the contract's (by the worker). */
  readonly hash: string;
  readonly clauses: readonly Clause[];
}

/**
 * The contract of an order (§10). The clauses are a function of what is hashed (terms, pinned facts, policy), so that
 * whoever holds those can write them again and check the fingerprint.
 */
export function contractOf(matter: ContractMatter, signed: SignedContract | null, policy: Policy): Contract {
  return { hash: signed === null ? termsHash(matter.terms) : contractHash(signed), clauses: contractClauses(matter, policy) };
}
