import { useCodeSignIn, usePasswordSignIn } from "@lingong/client/react";
import { SignInWays, useLanguage } from "@lingong/ui";

export interface SignInFormProps {
  readonly submitLabel: string;
  /** Called when the app knows who it is. */
  readonly onSignedIn?: () => void;
}

/** Code or password; one account for the number, made at the first sign-in. */
export function SignInForm({ submitLabel, onSignedIn }: SignInFormProps) {
  const { language } = useLanguage();
  return <SignInWays code={useCodeSignIn(language, onSignedIn)} password={usePasswordSignIn(onSignedIn)} submitLabel={submitLabel} />;
}
