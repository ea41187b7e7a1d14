import { useAppSession } from "@lingong/client/react";
import { Landing } from "../landing/landing.tsx";
import { HomeSkeleton } from "./home-skeleton.tsx";
import { SignedInHome } from "./signed-in-home.tsx";

/** The first page: what is under way for those who are signed in, what this is for everybody else. */
export function HomePage() {
  const { me } = useAppSession();
  if (me === undefined) return <HomeSkeleton />;
  return me === null ? <Landing /> : <SignedInHome me={me} />;
}
