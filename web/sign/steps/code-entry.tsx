import { useEffect } from 'preact/hooks';
import type { Purpose } from '../../../shared/domain/secrets/code.ts';
import { Button } from '../../ui/button.tsx';
import { Changing, Counting } from '../../ui/changing.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { useSecondsUntil } from '../use-seconds-until.ts';
import { ReportLocked } from './report-locked.tsx';
import { focusCode, useCode } from './use-code.ts';

interface Properties {
  readonly purpose: Purpose;
  readonly title: string;
  /** Id of the title, if it labels a dialog. */
  readonly titleId?: string;
  readonly lead?: string;
  /** The action that the code confirms. */
  readonly action: string;
  /** Called after a correct code. If it fails, entering the same code again repeats it. */
  readonly onRight: () => Promise<void>;
  /** Replaces the default, one step back. */
  readonly onBack?: () => void;
}

/** Sends a code when it opens, as the user expects, and focuses the input. */
export function CodeEntry({ purpose, title, titleId, lead, action, ...on }: Properties) {
  const { texts, goBack } = useCeremony();
  const words = useLaterTexts();
  const code = useCode(purpose, on.onRight);
  const locked = !Number.isFinite(code.nextAt);
  useEffect(focusCode, []);
  return (
    <form class="narrow stack" noValidate onSubmit={code.submit}>
      {titleId ? <h2 id={titleId}>{title}</h2> : <h1>{title}</h1>}
      {lead && <p>{lead}</p>}
      <p role="status">
        <Changing text={code.said} />
      </p>
      <LabelledField id="code" label={words.code.label} hint={words.code.hint} error={code.error}>
        <input
          id="code"
          class="code"
          type="text"
          inputMode="numeric"
          autocomplete="one-time-code"
          value={code.typed}
          aria-describedby={describedBy('code', words.code.hint, code.error)}
          aria-invalid={code.error ? 'true' : undefined}
          onInput={(event) => code.type(event.currentTarget.value)}
          onPaste={code.paste}
        />
      </LabelledField>
      {code.expiresAt && <TimeLeft until={code.expiresAt} locked={locked} />}
      <Button
        type="submit"
        large
        variant={purpose === 'decline' ? 'danger' : 'primary'}
        busy={code.busy}
      >
        {action}
      </Button>
      {locked ? (
        <ReportLocked />
      ) : (
        <SendAgain at={code.nextAt} busy={code.busy} onSend={code.sendAgain} />
      )}
      <Button variant="quiet" onClick={on.onBack ?? goBack}>
        {texts.back}
      </Button>
    </form>
  );
}

/** The visible countdown runs in seconds; screen readers are told in minutes. */
function TimeLeft({ until, locked }: { until: number; locked: boolean }) {
  const words = useLaterTexts();
  const left = useSecondsUntil(until);
  if (left === 0) return locked ? null : <p role="status">{words.code.late}</p>;
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p class="soft">
      <span aria-hidden="true">
        <Counting text={words.code.timeLeft(clock)} />
      </span>
      <span class="hidden-visually" role="status">
        <Changing text={words.code.minutesLeft(Math.ceil(left / 60))} />
      </span>
    </p>
  );
}

/** Waiting times above this many seconds are given in minutes. */
const LONG_WAIT = 90;

function SendAgain({ at, busy, onSend }: { at: number; busy: boolean; onSend: () => void }) {
  const words = useLaterTexts();
  const wait = useSecondsUntil(at);
  if (wait > LONG_WAIT)
    return (
      <p class="soft small">
        <Changing text={words.code.againInMinutes(Math.ceil(wait / 60))} />
      </p>
    );
  if (wait > 0)
    return (
      <p class="soft small">
        <Counting text={words.code.againIn(wait)} />
      </p>
    );
  return (
    <Button variant="secondary" busy={busy} onClick={onSend}>
      {words.code.again}
    </Button>
  );
}
