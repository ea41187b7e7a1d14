import { Page, type PageProps } from "@lingong/ui";
import { useRouter } from "@tanstack/react-router";
import { PageTitle } from "./page-title.tsx";

export interface ScreenProps extends Omit<PageProps, "onBack"> {
  /** Of the document, where the heading is not a plain text. */
  readonly documentTitle?: string;
  /** Where the way back leads when there is no page before this one; absent: no way back is shown. */
  readonly backTo?: "/" | "/me" | "/earnings" | "/hall" | "/schedule" | "/guide";
}

/** A page of this app: its heading, its document title, its way back. */
export function Screen({ documentTitle, backTo, ...page }: ScreenProps) {
  const router = useRouter();
  const back = () => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: backTo ?? "/" });
  };
  return (
    <>
      <PageTitle>{documentTitle ?? (typeof page.title === "string" ? page.title : "")}</PageTitle>
      <Page {...page} onBack={backTo === undefined ? undefined : back} />
    </>
  );
}
