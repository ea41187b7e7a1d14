import { Loader, Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconFileText, IconListDetails, IconSearch, IconUser } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Keys } from "../keyboard/keys.tsx";
import classes from "./search-palette.module.css";
import { type Found, useFound } from "./use-found.ts";

const icons = { page: IconFileText, order: IconListDetails, person: IconUser } as const;

/** Search over orders, people and pages: a combobox in a dialogue, all by keys. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("admin");
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [asked] = useDebouncedValue(text, 200);
  const { groups, searching } = useFound(asked);
  const all = groups.flatMap(({ items }) => items);
  const at = Math.min(active, Math.max(0, all.length - 1));
  const open = (found: Found | undefined) => {
    if (found === undefined) return;
    onClose();
    router.history.push(found.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setActive(Math.min(at + 1, all.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(at - 1, 0));
    else if (event.key === "Enter") open(all[at]);
    else return;
    event.preventDefault();
  };
  const current = all[at];
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="12dvh"
      centered={false}
      attributes={{ content: { "aria-label": t("search.open") } }}
    >
      <div className={classes.field}>
        {searching ? <Loader size={20} /> : <IconSearch size={20} aria-hidden />}
        <input
          data-autofocus
          role="combobox"
          aria-expanded={all.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.key}`}
          aria-label={t("search.open")}
          placeholder={t("search.placeholder")}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Keys keys={["escape"]} />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t("search.results")} className={classes.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of a list box, not of a form
          <div key={group.kind} role="group" aria-label={t(`search.${group.kind}s`)}>
            <div className={classes.group} aria-hidden="true">
              {t(`search.${group.kind}s`)}
            </div>
            {group.items.map((found) => (
              <Option
                key={found.key}
                id={`${id}-${found.key}`}
                found={found}
                active={found === current}
                onOpen={() => open(found)}
                onPoint={() => setActive(all.indexOf(found))}
              />
            ))}
          </div>
        ))}
      </div>
      {all.length === 0 && (
        <p className={classes.none} role="status">
          {asked.trim().length < 2 ? t("search.about") : searching ? t("search.searching") : t("search.none")}
        </p>
      )}
    </Modal>
  );
}

interface OptionProps {
  readonly id: string;
  readonly found: Found;
  readonly active: boolean;
  readonly onOpen: () => void;
  readonly onPoint: () => void;
}

function Option({ id, found, active, onOpen, onPoint }: OptionProps) {
  const Glyph = icons[found.kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active option
    <div id={id} role="option" aria-selected={active} className={classes.option} onClick={onOpen} onMouseMove={onPoint}>
      <Glyph size={20} aria-hidden />
      <span>
        <b>{found.title}</b>
        <span>{found.detail}</span>
      </span>
    </div>
  );
}
