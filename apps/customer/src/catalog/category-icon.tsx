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
  IconTool,
  IconToolsKitchen2,
  IconTruck,
  IconVacuumCleaner,
  IconWashMachine,
} from "@tabler/icons-react";
import classes from "./catalog.module.css";

/** The catalogue's icon names; a category added with a name that is not here gets a briefcase. */
const icons: Readonly<Record<string, Icon>> = {
  armchair: IconArmchair,
  bolt: IconBolt,
  broom: IconVacuumCleaner,
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

export interface CategoryTileProps {
  readonly icon: string;
  readonly size?: 44 | 56;
}

/** A category's icon on a tinted tile. */
export function CategoryTile({ icon, size = 44 }: CategoryTileProps) {
  const Glyph = categoryIcon(icon);
  return (
    <span className={classes.tile} style={{ width: size, height: size, borderRadius: size === 56 ? "var(--radius-lg)" : "var(--radius)" }}>
      <Glyph size={size / 2} stroke={1.75} aria-hidden />
    </span>
  );
}
