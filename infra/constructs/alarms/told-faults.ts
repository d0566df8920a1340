import type { SigilloFunction } from '../sigillo-function.ts';
import type { Alarms } from './alarms.ts';

/**
 * A document on which intake's code throws becomes a refusal, which Lambda does not count as an error;
 * hence a metric of its own.
 */
export const alarmOnUnforeseen = (intake: SigilloFunction, alarms: Alarms): void =>
  alarms.raise(intake, 'intake-unforeseen', {
    impact: 'A sender was told that we cannot process a document, by a fault of our own.',
    metric: intake.countLines('UnforeseenDocuments', '{ $.event = "unforeseen" }'),
    above: 0,
  });

const ENDS = '$.event = "certificate-ends"';
/** Only the founder sees that no root was stored: a first one, or a second. */
const FOUNDED = '$.event = "authority-founded"';
const RENEWAL_FAILED = '($.operation = "renew-revocation-list" && $.level = "error")';

/** The daily run looks, so the alarm rings once a day until it is mended. */
export const alarmOnCertificates = (seal: SigilloFunction, alarms: Alarms): void =>
  alarms.raise(seal, 'certificates', {
    impact:
      'A certificate or the revocation list runs out, or a new root was made: viewers may doubt signatures.',
    metric: seal.countLines('EndingCertificates', `{ ${ENDS} || ${FOUNDED} || ${RENEWAL_FAILED} }`),
    above: 0,
  });
