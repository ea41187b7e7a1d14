import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./search-box.module.css";

export interface SearchBoxProps {
  readonly initial?: string;
  readonly placeholder: string;
  /** On a desk the button is in the field; a phone's keyboard has its own. */
  readonly button: string;
}

/** Say what is to be done, or whom one looks for. */
export function SearchBox({ initial = "", placeholder, button }: SearchBoxProps) {
  const { t } = useTranslation("customer");
  const navigate = useNavigate();
  const [text, setText] = useState(initial);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted === "") void navigate({ to: "/categories" });
    else void navigate({ to: "/search", search: { q: wanted } });
  };
  return (
    <search>
      <form onSubmit={onSubmit}>
        <TextInput
          type="search"
          aria-label={t("search.label")}
          placeholder={placeholder}
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.currentTarget.value)}
          leftSection={<IconSearch size={20} aria-hidden />}
          rightSection={
            <Button type="submit" className={classes.button}>
              {button}
            </Button>
          }
          classNames={{ input: classes.input, section: classes.section }}
        />
      </form>
    </search>
  );
}
