import { createContext, type MouseEvent, type ReactNode, useContext } from "react";

/** Goes to an address of this app without loading the page anew: with TanStack Router, `(href) => router.history.push(href)`. */
export type Navigate = (href: string) => void;

const NavigateContext = createContext<Navigate | null>(null);

export interface NavigateProviderProps {
  readonly navigate: Navigate;
  readonly children: ReactNode;
}

/** Gives the kit's links the app's router; without it they are ordinary links. */
export function NavigateProvider({ navigate, children }: NavigateProviderProps) {
  return <NavigateContext value={navigate}>{children}</NavigateContext>;
}

export interface AppLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly current?: boolean;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A real link: opens in a new tab as any other, else goes through the app's router. `data-` attributes go to the link. */
export function AppLink({ href, className, current, label, children, ...marks }: AppLinkProps) {
  const navigate = useContext(NavigateContext);
  const onClick = (event: MouseEvent) => {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (navigate === null || !plain) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a {...marks} href={href} className={className} aria-current={current ? "page" : undefined} aria-label={label} onClick={onClick}>
      {children}
    </a>
  );
}
