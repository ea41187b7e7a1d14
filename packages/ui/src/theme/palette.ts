import type { MantineColorsTuple } from "@mantine/core";

export type AppId = "customer" | "worker" | "admin";

interface Accent {
  readonly light: MantineColorsTuple;
  /** Shade 4 is the fill, 0 the strongest text on a tint, 8 and 9 the tints. */
  readonly dark: MantineColorsTuple;
}

/** Ten shades for each app; shade 8 is the fill on light, with white text at 5.5:1 or more. */
export const accents: Readonly<Record<AppId, Accent>> = {
  customer: {
    light: ["#E6F6F3", "#C6EBE4", "#9CDCD1", "#6BC9BA", "#3DB3A2", "#1C9C8B", "#108676", "#0C7D6F", "#0A7468", "#075148"],
    dark: ["#D8F6F1", "#A9EBE0", "#7FE2D3", "#5FD9C8", "#4FCFBD", "#6BDCCC", "#348A7E", "#2A6F65", "#1A463F", "#12302B"],
  },
  worker: {
    light: ["#FFF1E6", "#FFDFC7", "#FFC59B", "#FFA768", "#FB8A3C", "#F07018", "#DD5A0C", "#CB4C0B", "#B93E0B", "#7D2A08"],
    dark: ["#FFEADB", "#FFD3B3", "#FFBF92", "#FFAE73", "#FF9F5A", "#FFB47F", "#B5622A", "#8A4C1E", "#532F14", "#38210F"],
  },
  admin: {
    light: ["#EEEFFE", "#DADDFC", "#BBC0F8", "#989FF2", "#7A81EA", "#6268E0", "#5357D8", "#4C50D3", "#4649CF", "#2C2E93"],
    dark: ["#E9EAFF", "#D5D8FF", "#C6CAFF", "#B9BFFF", "#A9B0FF", "#C0C5FF", "#656BC4", "#474C96", "#30346B", "#22254A"],
  },
};

/** The warning, for Mantine's `red`: the only alarm colour. */
export const warning: MantineColorsTuple = [
  "#FFF0F2",
  "#FADDE3",
  "#F3C3CD",
  "#FF9DAE",
  "#FF8A9E",
  "#E0476A",
  "#CF2A52",
  "#C51A46",
  "#BE123C",
  "#A80F36",
];

/** Neutrals on light, for Mantine's `gray`. */
export const neutral: MantineColorsTuple = [
  "#F6F6F3",
  "#EFEFEA",
  "#E3E3DD",
  "#D6D7D0",
  "#C9CAC3",
  "#8A918D",
  "#656B68",
  "#4F5653",
  "#343A38",
  "#1B1F1E",
];

/** Neutrals on dark, for Mantine's `dark`: 0 is the text, 7 the card, 9 the page's depth. */
export const night: MantineColorsTuple = [
  "#ECEFED",
  "#BAC2BF",
  "#98A19D",
  "#7D8682",
  "#47504D",
  "#2F3534",
  "#232827",
  "#1A1E1D",
  "#151817",
  "#111413",
];
