import {
  type Icon,
  IconArmchair,
  IconBolt,
  IconBriefcase2,
  IconCamera,
  IconCode,
  IconDroplet,
  IconHeartHandshake,
  IconLadder,
  IconLanguage,
  IconPalette,
  IconPaw,
  IconSparkles,
  IconSpray,
  IconTool,
  IconToolsKitchen2,
  IconTruck,
  IconWashMachine,
} from "@tabler/icons-react";
import classes from "./category-icon.module.css";

/** The catalogue's icon names; a category added with a name that is not here gets a briefcase. */
const icons: Readonly<Record<string, Icon>> = {
  armchair: IconArmchair,
  bolt: IconBolt,
  broom: IconSpray,
  camera: IconCamera,
  code: IconCode,
  droplet: IconDroplet,
  "heart-handshake": IconHeartHandshake,
  ladder: IconLadder,
  language: IconLanguage,
  palette: IconPalette,
  paw: IconPaw,
  sparkles: IconSparkles,
  tool: IconTool,
  "tools-kitchen": IconToolsKitchen2,
  truck: IconTruck,
  "wash-machine": IconWashMachine,
};

export function categoryIcon(name: string): Icon {
  return icons[name] ?? IconBriefcase2;
}

export interface IconTileProps {
  readonly icon: Icon;
  readonly size?: 44 | 48 | 56;
}

/** An icon on a tinted tile: what a row or a card is about. */
export function IconTile({ icon: Glyph, size = 44 }: IconTileProps) {
  return (
    <span className={classes.tile} style={{ width: size, height: size, borderRadius: size === 56 ? "var(--radius-lg)" : "var(--radius)" }}>
      <Glyph size={size / 2} stroke={1.75} aria-hidden />
    </span>
  );
}

/** A category's icon on a tinted tile. */
export function CategoryTile({ icon, size }: { readonly icon: string; readonly size?: IconTileProps["size"] }) {
  return <IconTile icon={categoryIcon(icon)} size={size} />;
}
