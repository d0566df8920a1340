import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/page.tsx';
import { sentenceOf } from './failure.ts';
import type { Session } from './session/session.ts';
import type { Texts } from './texts/texts.ts';

interface Properties {
  session: Session;
  /** An earlier sign-in has ended. */
  ended: boolean;
  texts: Texts;
}

export function SignInPage({ session, ended, texts }: Properties) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const signIn = async () => {
    setBusy(true);
    await session.signIn().catch((failure) => {
      setBusy(false);
      setError(sentenceOf(failure, texts));
    });
  };
  return (
    <div class="narrow card stack-l">
      <StepHeading>{texts.signIn.title}</StepHeading>
      <p>{texts.signIn.lead(session.facts.company)}</p>
      {ended && <Notice tone="warn">{texts.signIn.ended}</Notice>}
      {error && (
        <Notice tone="bad" announce>
          {error}
        </Notice>
      )}
      <Button large busy={busy} onClick={signIn}>
        {texts.signIn.button}
      </Button>
    </div>
  );
}
