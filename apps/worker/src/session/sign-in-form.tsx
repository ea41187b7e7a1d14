import { useCodeSignIn, usePasswordSignIn } from "@lingong/client/react";
import { SignInWays, useLanguage } from "@lingong/ui";

/** Code or password, for somebody who was here before. */
export function SignInForm({ submitLabel }: { readonly submitLabel: string }) {
  const { language } = useLanguage();
  return <SignInWays code={useCodeSignIn(language)} password={usePasswordSignIn()} submitLabel={submitLabel} />;
}
