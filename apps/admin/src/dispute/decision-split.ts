/** Fen to each side; together always what is held. */
export interface DecisionSplit {
  readonly toWorkerFen: number;
  readonly toCustomerFen: number;
}

/** The split that gives the worker so much: within what is held, in whole fen, the rest to the customer. */
export function splitFor(toWorkerFen: number, heldFen: number): DecisionSplit {
  const worker = Math.min(heldFen, Math.max(0, Math.round(Number.isFinite(toWorkerFen) ? toWorkerFen : 0)));
  return { toWorkerFen: worker, toCustomerFen: heldFen - worker };
}

/** Where a decision begins: what a side has proposed, else the middle. */
export function firstSplit(heldFen: number, proposal: DecisionSplit | null): DecisionSplit {
  return splitFor(proposal?.toWorkerFen ?? heldFen / 2, heldFen);
}

/** Yuan as typed (`91`, `91.5`, empty) in fen. */
export function fenOfYuan(typed: number | string): number {
  const yuan = typeof typed === "number" ? typed : Number.parseFloat(typed);
  return Number.isFinite(yuan) ? Math.round(yuan * 100) : 0;
}
