import { type Accents, accentsOf } from './accents.ts';

/**
 * The company's colour as an inline style sheet, so that the default colour never flashes. Its specificity
 * exceeds that of tokens.css. Throws unless `#rrggbb`, which prevents CSS injection.
 */
export function accentStyle(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`${colour} is not #rrggbb`);
  const { light, dark } = accentsOf(colour.toLowerCase());
  return `${rule(light)}@media (prefers-color-scheme:dark){${rule(dark)}}`;
}

const rule = (accents: Accents): string =>
  `:root:root{${Object.entries(accents)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`;
