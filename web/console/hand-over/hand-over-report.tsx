import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';
import { isSignedOut, sentenceOf } from '../failure.ts';
import type { Outcome } from './hand-over-each.ts';
import {
  clearFault,
  closeHandOverReport,
  type HandOverRun,
  isPassed,
  retryHandOver,
  stopHandOver,
} from './hand-over-run.ts';

/** Progress, then the outcome of each envelope. */
export function HandOverReport({ over }: { over: HandOverRun }) {
  const { onSignedOut } = useConsole();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isSignedOut(over.fault)) return;
    clearFault();
    onSignedOut();
  }, [over.fault, onSignedOut]);
  useEffect(() => {
    if (isFree(document.activeElement)) takeFocus(box.current);
  }, [over.isBusy]);
  return (
    <div ref={box} class="going-over" tabIndex={-1}>
      {over.isBusy ? <Progress over={over} /> : <Results over={over} />}
    </div>
  );
}

/** Focus is taken only if it would otherwise be lost or is here already, never from an input. */
const isFree = (focused: Element | null): boolean =>
  focused === null || focused === document.body || focused.closest('.going-over') !== null;

function Progress({ over: { envelopes, outcomes, to } }: { over: HandOverRun }) {
  const { texts } = useConsole();
  const announcement = texts.handMany.going(outcomes.size, envelopes.length, to.name);
  return (
    <Notice>
      <label class="stack-s">
        <span>{announcement}</span>
        <progress value={outcomes.size} max={envelopes.length} />
      </label>
      <Button variant="secondary" onClick={stopHandOver}>
        {texts.handMany.stop}
      </Button>
    </Notice>
  );
}

function Results({ over: { envelopes, outcomes, to, fault } }: { over: HandOverRun }) {
  const { api, texts } = useConsole();
  const passed = envelopes.filter(({ id }) => isPassed(outcomes.get(id)));
  const left = envelopes.filter(({ id }) => !isPassed(outcomes.get(id)));
  const isWhole = left.length === 0;
  return (
    <Notice tone={isWhole ? 'good' : 'warn'} announce>
      <p>
        <strong>{texts.handMany.done(passed.length, to.name)}</strong>
      </p>
      {!isWhole && <p>{texts.handMany.left(left.length)}</p>}
      {fault !== undefined && <p>{sentenceOf(fault, texts)}</p>}
      <details open={!isWhole}>
        <summary>{texts.handMany.each}</summary>
        <ul class="handed">
          {[...left, ...passed].map(({ id, title }) => (
            <li key={id}>
              <strong>{title}</strong> <Said outcome={outcomes.get(id)} />
            </li>
          ))}
        </ul>
      </details>
      <div class="row">
        {!isWhole && <Button onClick={() => retryHandOver(api)}>{texts.handMany.again}</Button>}
        <Button variant="secondary" onClick={closeHandOverReport}>
          {texts.handMany.close}
        </Button>
      </div>
    </Notice>
  );
}

function Said({ outcome }: { outcome: Outcome | undefined }) {
  const { texts } = useConsole();
  if (outcome?.kind === 'refused') return <span>{outcome.why}</span>;
  return <span class="soft">{texts.handMany.outcome[outcome?.kind ?? 'waiting']}</span>;
}
