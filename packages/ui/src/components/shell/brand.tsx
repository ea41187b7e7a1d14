import { useTranslation } from "react-i18next";
import classes from "./brand.module.css";
import { AppLink } from "./navigation.tsx";

export interface BrandProps {
  readonly href: string;
  readonly admin?: boolean;
}

/** The mark and the name. */
export function Brand({ href, admin }: BrandProps) {
  const { t } = useTranslation("common");
  return (
    <AppLink href={href} className={classes.brand}>
      <BrandMark />
      <span>{t(admin ? "brand.admin" : "brand.name")}</span>
    </AppLink>
  );
}

/** 工, in a rounded square of the app's accent. */
export function BrandMark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={classes.mark}>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M9 10.5h14M16 10.5v11M8 21.5h16" stroke="var(--on-accent)" strokeWidth="3" strokeLinecap="round" fill="none" />
    </svg>
  );
}
