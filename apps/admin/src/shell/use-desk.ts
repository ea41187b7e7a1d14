import { useMediaQuery } from "@mantine/hooks";

/** Whether there is room for tables side by side: the same width at which the frame shows its sidebar. */
export function useDesk(): boolean {
  return useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false }) ?? true;
}
