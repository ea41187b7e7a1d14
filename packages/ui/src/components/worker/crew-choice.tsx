import { IconCheck } from "@tabler/icons-react";
import { classNames } from "../basics/class-names.ts";
import { Avatar } from "../people/avatar.tsx";
import { Level } from "../people/level.tsx";
import classes from "./crew-choice.module.css";

export interface CrewCandidate {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly level: number;
  /** Why they cannot go, in words; null: they can. */
  readonly reason: string | null;
}

export interface CrewChoiceProps {
  readonly label: string;
  readonly candidates: readonly CrewCandidate[];
  /** No more than so many. */
  readonly most: number;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Who of a team goes: a tick each; who cannot says why below the name, and can only be taken off. */
export function CrewChoice({ label, candidates, most, value, onChange }: CrewChoiceProps) {
  const full = value.length >= most;
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  return (
    <fieldset className={classes.people} aria-label={label}>
      {candidates.map(({ id, name, avatarUrl, level, reason }) => {
        const chosen = value.includes(id);
        const disabled = !chosen && (full || reason !== null);
        return (
          <label key={id} className={classNames(classes.person, chosen && classes.chosen, disabled && classes.disabled)}>
            <input type="checkbox" className={classes.input} checked={chosen} disabled={disabled} onChange={() => toggle(id)} />
            <Avatar name={name} imageUrl={avatarUrl} size={40} />
            <span className={classes.text}>
              <span className={classes.name}>
                {name} <Level level={level} />
              </span>
              {reason !== null && <span className={classes.reason}>{reason}</span>}
            </span>
            <span className={classes.tick} aria-hidden>
              {chosen && <IconCheck size={16} stroke={3} />}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
