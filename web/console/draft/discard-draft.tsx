import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useConsole } from '../context.ts';
import { noteDiscarded } from '../discarded.ts';
import { goTo, linkTo } from '../route.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { useDraft } from './context.ts';

/** Deletes the draft after a confirmation. */
export function DiscardDraft() {
  const { api, texts } = useConsole();
  const { envelope } = useDraft();
  const { id, title } = envelope;
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useWork();
  const discard = () =>
    run('discard', async () => {
      await api.discard(id);
      noteDiscarded(id, title);
      goTo(linkTo.list());
    });
  return (
    <div class="stack">
      <p>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {texts.discard.open}
        </Button>
      </p>
      <Dialog open={asking} labelledBy="discard-title" onClose={() => setAsking(false)}>
        <div class="stack">
          <h2 id="discard-title">{texts.discard.title}</h2>
          <p>{texts.discard.lead(title)}</p>
          <WorkFailure error={error} />
          <div class="row">
            <Button variant="danger" busy={busy === 'discard'} onClick={discard}>
              {texts.discard.confirm}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {texts.discard.keep}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
