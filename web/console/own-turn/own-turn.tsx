import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useConsole } from '../context.ts';
import type { Envelope } from '../sender-api.ts';
import { beginOwnCeremony } from './begin-own-ceremony.ts';
import { isOwnTurn } from './is-own-turn.ts';

interface Properties {
  readonly envelope: Envelope;
  /** The sender signs later, or could not continue here: the link arrives by mail. */
  readonly onLeave: (how: 'mailed' | undefined) => void;
}

/** Waits until the document is prepared, then opens the sender's own signing page. */
export function OwnTurn({ envelope, onLeave }: Properties) {
  const { api, texts } = useConsole();
  useEffect(() => {
    const over = new AbortController();
    beginOwnCeremony(() => api.begin(envelope.id), over.signal).then((handle) => {
      if (over.signal.aborted) return;
      if (handle) location.assign(`/sign#${handle}`);
      else onLeave('mailed');
    });
    // A page restored from the back/forward cache no longer waits.
    const back = ({ persisted }: PageTransitionEvent) => persisted && onLeave(undefined);
    window.addEventListener('pageshow', back, { signal: over.signal });
    return () => over.abort();
  }, [api, envelope.id]);
  return (
    <div class="measure stack-l">
      <StepHeading>{texts.ownTurn.title}</StepHeading>
      <p class="row" role="status">
        <span class="spinner" aria-hidden="true" />
        {texts.ownTurn.preparing}
      </p>
      <div>
        <Button variant="secondary" onClick={() => onLeave('mailed')}>
          {texts.ownTurn.later}
        </Button>
      </div>
    </div>
  );
}

interface NoticeProperties {
  readonly envelope: Envelope;
  readonly isMailed: boolean;
  readonly onSign: () => void;
}

/** Shown above a request that waits for the signature of its viewer. */
export function OwnTurnNotice({ envelope, isMailed, onSign }: NoticeProperties) {
  const { texts, settings } = useConsole();
  if (!isOwnTurn(envelope, settings.me)) return null;
  return (
    <Notice tone="warn" announce={isMailed}>
      <p>
        <strong>{texts.ownTurn.yours}</strong>
      </p>
      {isMailed && <p>{texts.ownTurn.mailed(settings.me.email)}</p>}
      <div>
        <Button onClick={onSign}>{texts.ownTurn.sign}</Button>
      </div>
    </Notice>
  );
}
