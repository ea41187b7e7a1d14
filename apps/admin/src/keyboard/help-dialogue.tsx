import { BottomSheet } from "@lingong/ui";
import { Switch, VisuallyHidden } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import classes from "./help-dialogue.module.css";
import { Keys } from "./keys.tsx";
import { listKeys, pageKeys } from "./shortcuts.ts";
import { useSingleKeys } from "./single-keys.ts";

export interface HelpDialogueProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** All keys and what they do, and the switch that turns single letters off. */
export function HelpDialogue({ opened, onClose }: HelpDialogueProps) {
  const { t } = useTranslation("admin");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("keys.title")}>
      <div className={classes.groups}>
        <KeyGroup
          title={t("keys.everywhere")}
          rows={[
            { key: "search", pressed: [["mod", "K"]], does: t("keys.search") },
            { key: "help", pressed: [["?"]], does: t("keys.help") },
          ]}
        />
        <KeyGroup title={t("keys.lists")} rows={listKeys.map(({ keys, does }) => ({ key: does, pressed: [keys], does: t(`keys.${does}`) }))} />
        <KeyGroup
          title={t("keys.pages")}
          rows={pageKeys.map(({ letter, page }) => ({ key: page, pressed: [["G"], [letter]], does: t(`nav.${page}`) }))}
        />
      </div>
      <SingleKeysSwitch />
    </BottomSheet>
  );
}

interface KeyRow {
  readonly key: string;
  /** One after the other; each pressed together. */
  readonly pressed: readonly (readonly string[])[];
  readonly does: string;
}

function KeyGroup({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  const { t } = useTranslation("admin");
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.rows}>
        {rows.map((row) => (
          <div key={row.key}>
            <dt>
              {row.pressed.map((keys, index) => (
                <Fragment key={keys.join("")}>
                  {index > 0 && <span className={classes.then}>{t("keys.then")}</span>}
                  <Keys keys={keys} />
                </Fragment>
              ))}
              <VisuallyHidden component="span">{row.pressed.map((keys) => keys.join(" + ")).join(", ")}</VisuallyHidden>
            </dt>
            <dd>{row.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Single letters as shortcuts: on or off, kept on this device. */
export function SingleKeysSwitch() {
  const { t } = useTranslation("admin");
  const { on, change } = useSingleKeys();
  return (
    <Switch
      size="md"
      className={classes.switch}
      label={t("keys.single")}
      description={t("keys.singleAbout")}
      checked={on}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
}
