import type { PublicRecord } from '../../shared/contract/verifier.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import { Button } from '../ui/button.tsx';
import { StepHeading } from '../ui/page.tsx';
import { useLocalization } from './context.ts';
import { VerdictIcon } from './icons.tsx';
import { Signatures } from './signatures.tsx';
import type { CheckResult } from './use-file-check.ts';
import { VerdictDetails } from './verdict-details.tsx';

interface Properties {
  readonly result: CheckResult;
  readonly record: PublicRecord | undefined;
  readonly onAgain: () => void;
}

export function VerdictView({ result, record, onAgain }: Properties) {
  const { texts } = useLocalization();
  const { verdict, sentence } = result.conclusion;
  const { envelopeId, signatures } = result.report;
  const sound = verdict === 'authentic' || verdict === 'another';
  return (
    <section class="stack">
      <div class={`verdict ${verdict}`}>
        <VerdictIcon verdict={verdict} />
        <div>
          <p class="file-name">{result.name}</p>
          <StepHeading>{texts.verdict[verdict]}</StepHeading>
          <p>{texts.sentence[sentence]}</p>
          {verdict === 'another' && envelopeId && (
            <p>
              <a class="mono" href={`/v/${envelopeId}`}>
                {groupedEnvelopeId(envelopeId)}
              </a>
            </p>
          )}
        </div>
      </div>
      {sound && signatures.length > 0 && <Signatures signatures={signatures} />}
      <VerdictDetails result={result} record={record} />
      <Button variant="secondary" onClick={onAgain}>
        {texts.again}
      </Button>
    </section>
  );
}
