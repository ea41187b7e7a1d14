import type { CommandType, TimedRow } from "@lingong/domain";
import { useTranslation } from "react-i18next";

export interface HappenedEvent {
  readonly command: string;
  /** Of a time-out: the timed row that fired. */
  readonly timer: string | null;
}

/** An event of an order in the past tense; of a time-out, what came of it. */
export function useHappened(): (event: HappenedEvent) => string {
  const { t } = useTranslation("domain");
  return ({ command, timer }) => {
    const said = t(`happened.${command as CommandType}`, { defaultValue: command });
    return timer === null ? said : t(`timedOut.${timer as TimedRow}`, { defaultValue: said });
  };
}
