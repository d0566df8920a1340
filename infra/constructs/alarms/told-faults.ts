import type { SigilloFunction } from '../sigillo-function.ts';
import type { Alarms } from './alarms.ts';

/**
 * When intake's code throws on a document, the document is refused. Lambda does not count that as an error,
 * so it needs a metric of its own.
 */
export const alarmOnUnforeseen = (intake: SigilloFunction, alarms: Alarms): void =>
  alarms.raise(intake, 'intake-unforeseen', {
    impact: 'A sender was told that we cannot process a document, by a fault of our own.',
    metric: intake.countLines('UnforeseenDocuments', '{ $.event = "unforeseen" }'),
    above: 0,
  });

const ENDS = '$.event = "certificate-ends"';
/**
 * Logged whenever a root certificate is made because none is stored. Expected once per deployment; a second
 * time, the stored root was lost.
 */
const FOUNDED = '$.event = "authority-founded"';
const RENEWAL_FAILED = '($.operation = "renew-revocation-list" && $.level = "error")';

/** The check runs daily, so the alarm repeats once a day until the cause is fixed. */
export const alarmOnCertificates = (seal: SigilloFunction, alarms: Alarms): void =>
  alarms.raise(seal, 'certificates', {
    impact:
      'A certificate or the revocation list runs out, or a new root was made: viewers may doubt signatures.',
    metric: seal.countLines('EndingCertificates', `{ ${ENDS} || ${FOUNDED} || ${RENEWAL_FAILED} }`),
    above: 0,
  });
