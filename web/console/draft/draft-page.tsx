import { lazy } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { DRAFT_STEPS, type DraftStep, goTo, linkTo } from '../route.ts';
import type { Envelope } from '../sender-api.ts';
import { DuplicateEnvelope } from '../templates/save/duplicate-envelope.tsx';
import { Context } from './context.ts';
import { DiscardDraft } from './discard-draft.tsx';
import { DocumentStep } from './document-step.tsx';
import { DraftNotices } from './draft-standing.tsx';
import { PeopleStep } from './people-step.tsx';
import { StepList } from './step-list.tsx';
import { useDraftWork } from './use-draft-work.ts';

const FieldsStep = lazy(() =>
  import('../fields/fields-step.tsx').then(({ FieldsStep }) => ({ default: FieldsStep })),
);
const ReviewStep = lazy(() =>
  import('./review-step.tsx').then(({ ReviewStep }) => ({ default: ReviewStep })),
);

interface Properties {
  readonly envelope: Envelope;
  /** Absent: the step at which the draft was left. */
  readonly step: DraftStep | undefined;
  readonly onEnvelope: (envelope: Envelope) => void;
  readonly onSent: (envelope: Envelope) => void;
}

export function DraftPage({ envelope, step, onEnvelope, onSent }: Properties) {
  const reached = reachedOf(envelope);
  const wanted = step ? DRAFT_STEPS.indexOf(step) : reached;
  const shown = DRAFT_STEPS[Math.min(wanted, reached)]!;
  const work = useDraftWork(envelope, onEnvelope);
  const draft = {
    envelope,
    onEnvelope,
    onSent,
    work,
    goTo: (next: DraftStep) => goTo(linkTo.envelope(envelope.id, next)),
  };
  useEffect(() => (isTyping() ? undefined : window.scrollTo(0, 0)), [shown]);
  return (
    <Context.Provider value={draft}>
      <div class={`stack-l ${shown === 'fields' ? '' : 'measure'}`}>
        <StepList step={shown} id={envelope.id} reached={reached} />
        <DraftNotices />
        {shown === 'document' && <DocumentStep />}
        {shown === 'people' && <PeopleStep />}
        {shown === 'fields' && <FieldsStep />}
        {shown === 'review' && <ReviewStep />}
        {shown !== 'fields' && (
          <div class="row">
            <DuplicateEnvelope id={envelope.id} before={() => work.save(work.history.now)} />
            <DiscardDraft />
          </div>
        )}
      </div>
    </Context.Provider>
  );
}

/** A step may focus a control when it opens; then that control is in view already. */
const isTyping = (): boolean => document.activeElement?.matches('input') ?? false;

/** The furthest step that can be opened: people need a document, review also a signature field for everyone. */
function reachedOf({ document, parties, fields }: Envelope): number {
  if (!document) return 0;
  const everyoneSigns = parties.every(({ id }) =>
    fields.some(({ party, kind }) => party === id && kind === 'signature'),
  );
  return everyoneSigns ? 3 : 2;
}
