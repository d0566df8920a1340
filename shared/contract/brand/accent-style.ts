import { type Accents, accentsOf } from './accents.ts';

/**
 * The company's colour as a style sheet that stands in the page itself, so that no other colour is seen
 * before it. It outweighs tokens.css, whichever comes first. What is no `#rrggbb` throws: nothing else
 * may get into a style sheet.
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
