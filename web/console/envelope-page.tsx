import { useCallback, useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/page.tsx';
import { useConsole } from './context.ts';
import { DetailPage } from './detail/detail-page.tsx';
import { DraftPage } from './draft/draft-page.tsx';
import { isOwnTurn } from './own-turn/is-own-turn.ts';
import { takeJustSent } from './own-turn/just-sent.ts';
import { OwnTurn, OwnTurnNotice } from './own-turn/own-turn.tsx';
import { type DraftStep, linkTo, replaceWith } from './route.ts';
import type { Envelope } from './sender-api.ts';
import { useWork } from './use-work.ts';

/** Drafts open in the editor, sent envelopes in the detail page. */
export function EnvelopePage({ id, step }: { id: string; step: DraftStep | undefined }) {
  const { api, texts, settings } = useConsole();
  const [envelope, setEnvelope] = useState<Envelope>();
  const [own, setOwn] = useState<'going' | 'mailed'>();
  const { error, run } = useWork();
  const load = useCallback(
    () =>
      run('load', async () => {
        const shown = await api.show(id);
        setEnvelope(shown);
        if (takeJustSent(id) && isOwnTurn(shown, settings.me)) setOwn('going');
      }),
    [api, id],
  );
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (envelope && envelope.status !== 'draft' && step) replaceWith(linkTo.envelope(id));
  }, [envelope, step, id]);

  if (error && !envelope)
    return (
      <div class="measure stack-l">
        <StepHeading>{texts.titles.envelope}</StepHeading>
        <Notice tone="bad" announce>
          <p>{error}</p>
          <Button variant="secondary" onClick={load}>
            {texts.tryAgain}
          </Button>
        </Notice>
        <p>
          <a href={linkTo.list()}>{texts.detail.toList}</a>
        </p>
      </div>
    );
  if (!envelope) return <p role="status">{texts.loading}</p>;
  if (envelope.status === 'draft')
    return (
      <DraftPage
        envelope={envelope}
        step={step}
        onEnvelope={setEnvelope}
        onSent={(sent) => {
          setEnvelope(sent);
          if (isOwnTurn(sent, settings.me)) setOwn('going');
        }}
      />
    );
  if (own === 'going') return <OwnTurn envelope={envelope} onLeave={setOwn} />;
  return (
    <div class="stack-l">
      <OwnTurnNotice
        envelope={envelope}
        isMailed={own === 'mailed'}
        onSign={() => setOwn('going')}
      />
      <DetailPage envelope={envelope} onEnvelope={setEnvelope} />
    </div>
  );
}
