import { formatDay, type Language } from '../ui/language.ts';
import type { Ceremony } from './ceremony-api.ts';
import type { Texts } from './texts/texts.ts';

type Properties = { ceremony: Ceremony; texts: Texts; language: Language };

export function Signers({ ceremony, texts, language }: Properties) {
  return (
    <section aria-labelledby="signers" class="stack">
      <h2 id="signers">{texts.others}</h2>
      <ul class="signers">
        {ceremony.parties.map(({ id, name, signedAt }) => (
          <li key={id} class={signedAt ? 'signed' : ''}>
            <strong>{name}</strong>{' '}
            <span class="soft">
              {signedAt ? texts.signedOn(formatDay(signedAt, language)) : texts.notYet}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
