import { createContext, useContext } from "react";

export interface Palette {
  readonly open: () => void;
}

export const PaletteContext = createContext<Palette>({ open: () => undefined });

/** Opens the search over everything. */
export function usePalette(): Palette {
  return useContext(PaletteContext);
}
