import { formatDay, type Language } from '../ui/language.ts';
import type { Ceremony } from './ceremony-api.ts';
import type { Texts } from './texts/texts.ts';

type Properties = {
  readonly ceremony: Ceremony;
  readonly texts: Texts;
  readonly language: Language;
};

const UNDER_WAY: readonly Ceremony['state'][] = ['waiting', 'open', 'signed'];

export function Signers({ ceremony, texts, language }: Properties) {
  const unsigned = UNDER_WAY.includes(ceremony.state) ? texts.notYet : texts.notSigned;
  return (
    <section aria-labelledby="signers" class="stack">
      <h2 id="signers">{texts.others}</h2>
      <ul class="signers">
        {ceremony.parties.map(({ id, name, signedAt }) => (
          <li key={id} class={signedAt ? 'signed' : ''}>
            <strong>{name}</strong>{' '}
            <span class="soft">
              {signedAt ? texts.signedOn(formatDay(signedAt, language)) : unsigned}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
