import { type Database, policies, rounds } from "@lingong/db";
import { defaultPolicy, type Policy, parseRecord, policyHash, type RoundRecord } from "@lingong/domain";
import { Refusal } from "../command.ts";
import { readRounds } from "../receipts/rounds-file.ts";

/** A recorded round with the fingerprint its decisions had. */
export interface Recorded {
  readonly roundId: number;
  readonly record: RoundRecord;
  readonly decisionsSha256: string;
}

/** Where rounds come from, and the policies they were decided under. */
export interface Source {
  readonly rounds: AsyncIterable<Recorded>;
  readonly policyOf: (hash: string) => Promise<Policy>;
}

export interface Period {
  readonly from: number;
  readonly to: number;
  readonly cityId: string | null;
}

const builtInHash = policyHash(defaultPolicy);

function unknownPolicy(hash: string): never {
  throw new Refusal(`the policy ${hash.slice(0, 12)}… a round was decided under is not kept here`);
}

/** The recorded rounds of a database. */
export function fromDatabase(db: Database, period: Period): Source {
  const known = new Map<string, Promise<Policy>>([[builtInHash, Promise.resolve(defaultPolicy)]]);
  const load = async (hash: string) => (await policies.findByHash(db, hash)) ?? unknownPolicy(hash);
  return {
    rounds: {
      async *[Symbol.asyncIterator]() {
        for await (const { roundId, text, decisionsHash } of rounds.readRecords(db, period))
          yield { roundId, record: parseRecord(text), decisionsSha256: decisionsHash };
      },
    },
    policyOf(hash) {
      const policy = known.get(hash) ?? load(hash);
      known.set(hash, policy);
      return policy;
    },
  };
}

/** The rounds of an exported file: those decided under this program's own policy. */
export function fromFile(file: string, { from, to, cityId }: Period): Source {
  return {
    rounds: {
      async *[Symbol.asyncIterator]() {
        for await (const round of readRounds(file)) {
          const { at, snapshot } = round.record;
          if (at < from || at >= to) continue;
          if (cityId !== null && !snapshot.jobs.some((job) => job.cityId === cityId)) continue;
          yield round;
        }
      },
    },
    policyOf: async (hash) => (hash === builtInHash ? defaultPolicy : unknownPolicy(hash)),
  };
}
