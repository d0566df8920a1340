import { formatInstant } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import type { Envelope } from '../sender-api.ts';
import { lineOf } from './line-of.ts';
import { toldEntries } from './told-entries.ts';

/** What happened, latest first, in words. */
export function Timeline({ envelope }: { envelope: Envelope }) {
  const { texts, language } = useConsole();
  const items = toldEntries(envelope.timeline).reverse();
  return (
    <section class="card stack" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{texts.detail.timeline}</h2>
      <ol class="timeline" reversed>
        {items.map((item) => (
          <li key={item.seq}>
            <span>{lineOf(item, envelope, texts, language)}</span>
            <time class="small soft" dateTime={item.at}>
              {formatInstant(item.at, language)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
