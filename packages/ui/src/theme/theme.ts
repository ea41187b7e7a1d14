import {
  Button,
  type CheckboxProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  Input,
  type MantineThemeOverride,
  type ModalProps,
  type NotificationProps,
  type SegmentedControlProps,
  type SwitchProps,
  virtualColor,
} from "@mantine/core";
import { type AppId, accents, neutral, night, warning } from "./palette.ts";
import classes from "./theme.module.css";

const controlHeights: Readonly<Record<string, string>> = { xs: "2rem", sm: "2.5rem", md: "var(--control)", lg: "var(--control-large)", xl: "4rem" };

function heightOf(size: unknown): string {
  return controlHeights[String(size ?? "md")] ?? "var(--control)";
}

const heading = (size: number) => ({ fontSize: `var(--t${size})`, lineHeight: `var(--l${size})`, fontWeight: "700" });

/** Names and not components where the first screen may do without them: the theme must not pull them into its bundle. */
const components: NonNullable<MantineThemeOverride["components"]> = {
  Button: Button.extend({
    defaultProps: { size: "md" },
    classNames: { root: classes.button },
    vars: (_theme, { size }) => ({
      root: size?.startsWith("compact") ? {} : { "--button-height": heightOf(size), "--button-fz": size === "lg" ? "var(--t17)" : "var(--t15)" },
    }),
  }),
  Input: Input.extend({
    defaultProps: { size: "md" },
    vars: (_theme, { size }) => ({ wrapper: { "--input-height": heightOf(size), "--input-fz": "var(--t15)" } }),
  }),
  InputWrapper: { classNames: { label: classes.label, description: classes.error, error: classes.error } },
  ActionIcon: { defaultProps: { size: "var(--control)", variant: "subtle", color: "gray" } },
  Checkbox: { defaultProps: { size: "md" } satisfies Partial<CheckboxProps> },
  Switch: {
    defaultProps: { size: "lg", withThumbIndicator: false } satisfies Partial<SwitchProps>,
    classNames: { description: classes.besideLabel },
  },
  SegmentedControl: {
    defaultProps: { withItemsBorders: false } satisfies Partial<SegmentedControlProps>,
    classNames: { root: classes.segments, label: classes.segment, indicator: classes.indicator },
  },
  Modal: { defaultProps: { radius: "lg", centered: true, shadow: "xl" } satisfies Partial<ModalProps> },
  Drawer: { defaultProps: { padding: "md" } satisfies Partial<DrawerProps> },
  Notification: { defaultProps: { radius: "md" } satisfies Partial<NotificationProps> },
};

/**
 * The theme of one app: shared shapes, type and neutrals, its own accent. The accent is a virtual colour, so that the
 * dark fill is another colour and not another shade; primaryShade is 8 on light and 4 in the dark tuple.
 */
export function themeFor(app: AppId): MantineThemeOverride {
  const accent = accents[app];
  return createTheme({
    primaryColor: "accent",
    primaryShade: { light: 8, dark: 4 },
    colors: {
      accent: virtualColor({ name: "accent", light: "accentLight", dark: "accentDark" }),
      accentLight: accent.light,
      accentDark: accent.dark,
      gray: neutral,
      dark: night,
      red: warning,
    },
    white: "#FFFFFF",
    black: "#1B1F1E",
    autoContrast: true,
    fontFamily: "var(--font)",
    fontFamilyMonospace: "var(--mono)",
    fontWeights: { regular: "400", medium: "700", bold: "700" },
    fontSizes: { xs: "var(--t12)", sm: "var(--t13)", md: app === "admin" ? "var(--t14)" : "var(--t15)", lg: "var(--t17)", xl: "var(--t20)" },
    lineHeights: { xs: "1.3334", sm: "1.5385", md: app === "admin" ? "1.4286" : "1.6", lg: "1.4118", xl: "1.4" },
    headings: {
      fontFamily: "var(--font)",
      fontWeight: "700",
      sizes: { h1: heading(28), h2: heading(20), h3: heading(17), h4: heading(15), h5: heading(13), h6: heading(12) },
    },
    spacing: { "2xs": "4px", xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "24px", "2xl": "32px" },
    radius: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "999px" },
    defaultRadius: "sm",
    shadows: {
      xs: "var(--shadow-card)",
      sm: "var(--shadow-float)",
      md: "var(--shadow-float)",
      lg: "var(--shadow-sheet)",
      xl: "var(--shadow-dialog)",
    },
    cursorType: "pointer",
    respectReducedMotion: true,
    components,
  });
}

/** Mantine's own variables, spoken in our tokens: they follow light and dark by themselves. */
const semantic: Readonly<Record<string, string>> = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--accent-ink)",
  "--mantine-color-error": "var(--warn-ink)",
  "--mantine-color-success": "var(--accent-ink)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--sunken)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-2)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
  "--mantine-color-accent-contrast": "var(--on-accent)",
  "--mantine-color-accent-filled": "var(--accent)",
  "--mantine-color-accent-filled-hover": "var(--accent-hover)",
  "--mantine-color-accent-text": "var(--accent-ink)",
  "--mantine-color-accent-light": "var(--tint)",
  "--mantine-color-accent-light-hover": "var(--tint-2)",
  "--mantine-color-accent-light-color": "var(--accent-ink)",
  "--mantine-color-accent-outline": "var(--accent)",
  "--mantine-color-accent-outline-hover": "var(--tint)",
  "--mantine-color-red-text": "var(--warn-ink)",
  "--mantine-color-red-filled": "var(--warn)",
  "--mantine-color-red-light": "var(--warn-tint)",
  "--mantine-color-red-light-hover": "var(--warn-line)",
  "--mantine-color-red-light-color": "var(--warn-ink)",
  "--mantine-color-red-outline": "var(--warn)",
  "--mantine-color-red-outline-hover": "var(--warn-tint)",
  "--mantine-color-gray-light": "var(--sunken)",
  "--mantine-color-gray-light-hover": "var(--line)",
  "--mantine-color-gray-light-color": "var(--ink)",
  "--mantine-color-gray-text": "var(--ink-2)",
  "--mantine-color-gray-outline": "var(--line-2)",
};

export const variablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: { ...semantic }, dark: { ...semantic } });
