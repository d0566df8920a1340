import { formatDeadline } from '../../ui/deadline.ts';
import { formatInstant, formatList } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';
import type { Envelope } from '../sender-api.ts';

/** One sentence: what the envelope waits for, or how it ended. */
export function StatusSentence({ envelope, isOpen }: { envelope: Envelope; isOpen: boolean }) {
  const { texts, language } = useConsole();
  const { status, waitingFor, reason, removedAt, standsStillSince, deadline } = envelope;
  const names = formatList(waitingFor, language);
  const decliner = envelope.parties.find(({ id }) => id === envelope.declinedBy);
  const ended = decliner ? texts.detail.declinedBy(decliner.name) : texts.detail.standing[status];
  const tone =
    status === 'completed'
      ? 'good'
      : ['declined', 'failed', 'expired'].includes(status)
        ? 'bad'
        : 'plain';
  return (
    <Notice tone={tone}>
      <p>
        <strong>{status === 'signing' ? texts.detail.waitsFor(names) : ended}</strong>
      </p>
      {deadline && isOpen && <p>{texts.detail.deadline(formatDeadline(deadline, language))}</p>}
      {standsStillSince && (
        <p>{texts.detail.standsStill(formatInstant(standsStillSince, language))}</p>
      )}
      {reason && <p>{texts.detail.reason(reason)}</p>}
      {removedAt && status !== 'purged' && (
        <p>{texts.detail.availableUntil(formatInstant(removedAt, language))}</p>
      )}
    </Notice>
  );
}
