import type { Common, Letter, Phrases } from './notice.ts';

/** The plain-text part, with the same content as the HTML. */
export function letterText(letter: Letter, facts: Common, phrases: Phrases): string {
  const { heading, paragraphs, quote, code, button, link, notes } = letter;
  return [
    heading,
    phrases.greeting(facts.recipient),
    ...paragraphs,
    ...(quote ? [quoted(quote)] : []),
    ...(code ? [`    ${code}`] : []),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...(link ? [`${link.label}:\n${link.url}`] : []),
    ...notes,
    `-- \n${phrases.footer(facts)}\n`,
  ].join('\n\n');
}

const quoted = ({ by, text }: NonNullable<Letter['quote']>): string =>
  [`${by}:`, ...text.split(/\r\n|\r|\n/).map((line) => `> ${line}`)].join('\n');
