import { LanguageMenu } from "@lingong/ui";
import { Box } from "@mantine/core";

/** The language in a page's head, for phones: a desk has it in its header. */
export function PhoneLanguage() {
  return (
    <Box hiddenFrom="md" me={-12}>
      <LanguageMenu />
    </Box>
  );
}
