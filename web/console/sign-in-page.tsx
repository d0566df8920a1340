import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/page.tsx';
import { type Session, SignInFailed } from './session/session.ts';
import type { Texts } from './texts/texts.ts';

/** Why nobody is signed in: the sign-in has expired, or has failed. */
export type SignedOutReason = 'ended' | SignInFailed['reason'] | undefined;

interface Properties {
  readonly session: Session;
  readonly why: SignedOutReason;
  readonly texts: Texts;
}

export function SignInPage({ session, why: reason, texts }: Properties) {
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState(reason);
  async function signIn() {
    setBusy(true);
    setWhy(undefined);
    await session.signIn().catch((error) => {
      if (!(error instanceof SignInFailed)) throw error;
      setBusy(false);
      setWhy(error.reason);
    });
  }
  return (
    <div class="narrow card stack-l">
      <StepHeading>{texts.signIn.title}</StepHeading>
      <p>{texts.signIn.lead(session.facts.company)}</p>
      {why && (
        <Notice tone={why === 'unreachable' ? 'bad' : 'warn'} announce>
          {texts.signIn[why]}
        </Notice>
      )}
      <Button large busy={busy} onClick={signIn}>
        {texts.signIn.button}
      </Button>
    </div>
  );
}
