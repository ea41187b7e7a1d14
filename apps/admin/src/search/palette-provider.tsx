import { useDisclosure } from "@mantine/hooks";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { PaletteContext } from "./palette-context.ts";

const SearchPalette = lazy(async () => ({ default: (await import("./search-palette.tsx")).SearchPalette }));

/** Gives everything inside a way to open the search; the palette itself is loaded when it is first wanted. */
export function PaletteProvider({ children }: { readonly children: ReactNode }) {
  const [opened, { open, close }] = useDisclosure(false);
  const palette = useMemo(() => ({ open }), [open]);
  return (
    <PaletteContext value={palette}>
      {children}
      {opened && (
        <Suspense>
          <SearchPalette onClose={close} />
        </Suspense>
      )}
    </PaletteContext>
  );
}
