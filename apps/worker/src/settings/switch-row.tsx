import { Switch } from "@mantine/core";
import classes from "./settings.module.css";

export interface SwitchRowProps {
  readonly label: string;
  /** What it means, 13 px. */
  readonly description?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A switch at the end of its line: the whole line is its label. */
export function SwitchRow({ label, description, checked, onChange }: SwitchRowProps) {
  return (
    <Switch
      label={label}
      description={description}
      labelPosition="left"
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={{
        root: classes.switchRow,
        body: classes.switchBody,
        labelWrapper: classes.switchLabel,
        label: classes.switchName,
        description: classes.switchMeaning,
      }}
    />
  );
}
