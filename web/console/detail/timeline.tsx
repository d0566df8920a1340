import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { formatInstant } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import type { Envelope } from '../sender-api.ts';
import { folded } from './folded.ts';
import { lineIn } from './line-in.ts';
import { shownEntries } from './shown-entries.ts';

/** Ledger events in words, latest first. Long timelines show recent and decisive entries until expanded. */
export function Timeline({ envelope }: { envelope: Envelope }) {
  const { texts, language } = useConsole();
  const [isOpen, setOpen] = useState(false);
  const items = useMemo(() => shownEntries(envelope.timeline).reverse(), [envelope]);
  const short = folded(items);
  return (
    <section class="card stack" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{texts.detail.timeline}</h2>
      {short.length < items.length && (
        <Button
          variant="quiet"
          aria-expanded={isOpen}
          aria-controls="timeline"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? texts.detail.showLess : texts.detail.showAll(items.length)}
        </Button>
      )}
      <ol class="timeline" id="timeline">
        {(isOpen ? items : short).map((item) => (
          <li key={item.seq}>
            <span>{lineIn(language, item, envelope)}</span>
            <time class="small soft" dateTime={item.at}>
              {formatInstant(item.at, language)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
