import type { WorkerKind } from "@lingong/contracts";
import { ChoiceTile } from "@lingong/ui";
import { type Icon, IconUser, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./sign-up.module.css";

const kinds: readonly { readonly kind: WorkerKind; readonly icon: Icon }[] = [
  { kind: "individual", icon: IconUser },
  { kind: "team", icon: IconUsers },
];

export interface KindChoiceProps {
  readonly value: WorkerKind;
  readonly onChange: (kind: WorkerKind) => void;
}

/** Individual or team: whose orders, whose wallet. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  return (
    <fieldset className={classes.kinds}>
      <legend className={classes.legend}>{t("signUp.kind")}</legend>
      {kinds.map(({ kind, icon }) => (
        <ChoiceTile
          key={kind}
          name="kind"
          value={kind}
          checked={kind === value}
          onChange={() => onChange(kind)}
          icon={icon}
          title={domain(`workerKind.${kind}`)}
        >
          {t(`signUp.kindOf.${kind}`)}
        </ChoiceTile>
      ))}
      <p className={classes.quiet}>{t("signUp.kindLater")}</p>
    </fieldset>
  );
}
