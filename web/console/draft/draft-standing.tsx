import { Button } from '../../ui/button.tsx';
import { formatTime } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { useDraft } from './context.ts';

/** Whether the draft is saved, and since when. */
export function SavedMark() {
  const { texts, language } = useConsole();
  const { envelope, work } = useDraft();
  const savedAt = envelope.draft?.savedAt;
  if (work.standing === 'saved' && !savedAt) return null;
  return (
    <span class="small soft saved-mark">
      {work.standing === 'saved' && savedAt
        ? texts.draft.saved(formatTime(savedAt, language))
        : work.standing === 'saving'
          ? texts.draft.saving
          : texts.draft.unsaved}
    </span>
  );
}

/** Asks which version to keep: the draft was changed elsewhere, or this browser has changes that were never saved. */
export function DraftNotices() {
  const { texts, language } = useConsole();
  const { work } = useDraft();
  const { busy, error, run } = useWork();
  return (
    <>
      <WorkFailure error={error} />
      {work.standing === 'changed' && (
        <Notice tone="warn" announce>
          <p>{texts.draft.changed}</p>
          <div class="row">
            <Button busy={busy === 'take'} onClick={() => run('take', work.takeOver)}>
              {texts.draft.takeOver}
            </Button>
            <Button
              variant="secondary"
              busy={busy === 'load'}
              onClick={() => run('load', work.loadOther)}
            >
              {texts.draft.loadOther}
            </Button>
          </div>
        </Notice>
      )}
      {work.found && (
        <Notice tone="warn" announce>
          <p>{texts.draft.found(formatTime(new Date(work.found.at).toISOString(), language))}</p>
          <div class="row">
            <Button onClick={work.restoreFound}>{texts.draft.takeUp}</Button>
            <Button variant="secondary" onClick={work.discardFound}>
              {texts.draft.drop}
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}
