import type { VerifyPageFacts } from '../../shared/contract/verifier.ts';
import { openingHeading } from '../../shared/contract/verifier-phrases/opening-heading.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import { useLocalization } from './context.ts';

const TONE = {
  open: 'warn',
  completed: 'warn',
  declined: 'bad',
  voided: 'bad',
  expired: 'bad',
  failed: 'bad',
} as const;

/** State before a file is checked: the record of the page's code, or instructions. */
export function Opening({ facts: { code, record, nowhere } }: { facts: VerifyPageFacts }) {
  const { texts, phrases } = useLocalization();
  if (code === undefined) {
    return (
      <div class="stack">
        <h1>{nowhere ? phrases.nowhere : phrases.title}</h1>
        <p class="lead">{nowhere ? phrases.nowhereHint : texts.lead}</p>
      </div>
    );
  }
  return (
    <div class="stack">
      <p class="eyebrow">{phrases.title}</p>
      <h1 class={record && `status ${TONE[record.status]}`}>
        {record ? openingHeading(record, phrases) : phrases.unknown}
      </h1>
      <p class="mono code">{groupedEnvelopeId(code)}</p>
      {!record && <p class="lead">{phrases.unknownHint}</p>}
      {record && (
        <p class="lead">
          {record.status === 'completed'
            ? phrases.notYetProof
            : texts.sentence[record.status === 'open' ? 'open' : 'stopped']}
        </p>
      )}
    </div>
  );
}
