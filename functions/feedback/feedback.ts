import type * as z from 'zod';
import { FollowedLog, MailEvent, OwnEvent, TextFailure } from '../../shared/contract/feedback.ts';
import type { MailTo } from '../../shared/messages/mail-to.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { mailReport } from './mail-report.ts';
import { makeNotifyNewOwner } from './notify-new-owner.ts';
import { makeRecord } from './record.ts';
import type { Outcome, Report } from './report.ts';
import { makeTextReport } from './text-report.ts';
import { makeWarnSender } from './warn-sender.ts';

type Deps = Pick<Ports, 'ledger' | 'claims' | 'sentTexts' | 'clock' | 'random'> & {
  readonly mailTo: MailTo;
  /** URL of the console's list. */
  readonly listUrl: string;
};

interface Around {
  /** Lines of the log event that match the schema. */
  readonly linesOf: <S extends z.ZodType>(
    log: z.output<typeof FollowedLog>,
    shape: S,
  ) => z.output<S>[];
  readonly onOutcome: (outcome: Outcome, envelopeId?: string) => void;
}

/**
 * Processes delivery reports from SES and SNS's log, and our own events that trigger a mail to the sender.
 * Ignores anything unknown or implausible; throws only if a service fails, so that the event is retried.
 * Returns how many reports it understood.
 */
export function makeFeedback(ports: Deps, { linesOf, onOutcome }: Around) {
  const record = makeRecord(ports);
  const textReport = makeTextReport(ports);
  const told = {
    'delivery.failed': makeWarnSender(ports),
    'envelope.owner-changed': makeNotifyNewOwner(ports),
  } satisfies Record<OwnEvent['detail-type'], (event: OwnEvent) => Promise<Outcome>>;
  const recorded = async (report: Report | undefined) =>
    onOutcome(report ? await record(report) : 'not ours', report?.envelopeId);

  return async (event: unknown): Promise<{ heard: number }> => {
    const mail = MailEvent.safeParse(event);
    const own = OwnEvent.safeParse(event);
    const texts = textsOf(event, linesOf);
    if (mail.success) await recorded(mailReport(mail.data));
    else if (own.success)
      onOutcome(await told[own.data['detail-type']](own.data), own.data.detail.metadata.envelopeId);
    else if (texts.length === 0) onOutcome('not ours');
    for (const text of texts) await recorded(await textReport(text));
    return { heard: texts.length + Number(mail.success || own.success) };
  };
}

function textsOf(event: unknown, linesOf: Around['linesOf']): TextFailure[] {
  const log = FollowedLog.safeParse(event);
  return log.success ? linesOf(log.data, TextFailure) : [];
}
