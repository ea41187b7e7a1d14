import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";

export interface TextFilterProps {
  readonly label: string;
  readonly placeholder: string;
  /** What stands in the address. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Asks when typing rests; what stands in the address is what stands in the field. `/` comes here. */
export function TextFilter({ label, placeholder, text, onText }: TextFilterProps) {
  const [typed, setTyped] = useState(text);
  const tell = useDebouncedCallback(onText, 300);
  useEffect(() => setTyped(text), [text]);
  return (
    <TextInput
      type="search"
      data-filter
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
