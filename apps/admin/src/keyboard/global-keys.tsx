import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { usePalette } from "../search/palette-context.ts";
import { HelpDialogue } from "./help-dialogue.tsx";
import { pageKeys } from "./shortcuts.ts";
import { useLetters } from "./use-letters.ts";

/** Keys that work on every page: search, help, and the way to each place. */
export function GlobalKeys() {
  const navigate = useNavigate();
  const palette = usePalette();
  const [helpOpened, help] = useDisclosure(false);
  useHotkeys([["mod+K", palette.open]], []);
  useLetters({
    "?": help.open,
    ...Object.fromEntries(pageKeys.map(({ letter, to }) => [`G ${letter}`, () => void navigate({ to })])),
  });
  return <HelpDialogue opened={helpOpened} onClose={help.close} />;
}
