import { lineOf } from '../../../shared/contract/timeline/line-of.ts';
import { TIMELINE_PHRASES } from '../../../shared/contract/timeline/phrases.ts';
import { formatDeadline } from '../../ui/deadline.ts';
import type { Language } from '../../ui/language.ts';
import type { Envelope, TimelineItem } from '../sender-api.ts';

/** One entry of the ledger as a sentence, times in the user's zone. */
export const lineIn = (language: Language, item: TimelineItem, envelope: Envelope): string =>
  lineOf(item, envelope, {
    lines: TIMELINE_PHRASES[language],
    deadline: (instant) => formatDeadline(instant, language),
  });
