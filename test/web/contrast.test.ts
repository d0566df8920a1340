import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentStyle } from '../../shared/contract/brand/accent-style.ts';
import { accentsOf, DEFAULT_COLOUR } from '../../shared/contract/brand/accents.ts';
import { luminance } from '../../shared/contract/brand/colour-contrast.ts';

const CSS = readFileSync(new URL('../../web/ui/tokens.css', import.meta.url), 'utf8');
const [LIGHT, DARK] = CSS.split('@media (prefers-color-scheme: dark)') as [string, string];

const tokensOf = (css: string): Map<string, string> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]),
  );

const MODES = {
  light: tokensOf(LIGHT),
  dark: new Map([...tokensOf(LIGHT), ...tokensOf(DARK)]),
};
type Mode = keyof typeof MODES;

/** White in either mode. */
const PAPER = '#ffffff';

const SURFACES = ['surface', 'surface-sunken', 'surface-raised'];
const SOFT = ['accent-soft', 'good-soft', 'bad-soft', 'warn-soft'];

/** Text colours, each on every background it has in web/. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  ink: [...SURFACES, ...SOFT],
  'ink-soft': [...SURFACES, ...SOFT],
  accent: [...SURFACES, ...SOFT],
  'accent-strong': [...SURFACES, 'accent-soft'],
  'on-accent': ['accent', 'accent-strong'],
  good: [...SURFACES, 'good-soft'],
  bad: [...SURFACES, 'bad-soft'],
  warn: [...SURFACES, 'warn-soft'],
  'paper-accent-strong': ['paper', 'paper-accent-mark'],
};

/** Borders of controls, status marks, focus rings. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  'line-control': [...SURFACES, 'accent-soft'],
  focus: [...SURFACES, ...SOFT],
  accent: SURFACES,
  good: SURFACES,
  bad: SURFACES,
  'paper-accent': ['paper'],
};

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const pairs = (of: typeof TEXT) =>
  Object.entries(of).flatMap(([front, grounds]) => grounds.map((ground) => [front, ground]));

/** Colours on the white paper of a document; a field's background is a tint of its border. */
function withPaper(tokens: ReadonlyMap<string, string>): Map<string, string> {
  const [ground, mark] = [PAPER, tokens.get('paper-accent')!].map(channels);
  const mixed = ground!.map((value, at) => Math.round(value * 0.88 + mark![at]! * 0.12));
  const hex = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  return new Map([...tokens, ['paper', PAPER], ['paper-accent-mark', hex]]);
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** Pairs with insufficient contrast. */
function tooWeak(tokens: ReadonlyMap<string, string>): string[] {
  const all = withPaper(tokens);
  const weak = (of: typeof TEXT, least: number) =>
    pairs(of).flatMap(([front, ground]) => {
      const found = contrast(all.get(front!)!, all.get(ground!)!);
      return found < least ? [`${front} on ${ground}: ${found.toFixed(2)}`] : [];
    });
  return [...weak(TEXT, 4.5), ...weak(SHAPES, 3)];
}

describe.each(Object.entries(MODES))('in %s mode', (mode, tokens) => {
  test('text has 4.5:1 and shapes have 3:1 on every ground', () => {
    expect(tooWeak(tokens)).toEqual([]);
  });

  test('they have it in every colour that a company may choose', () => {
    const colours = fc.integer({ min: 0, max: 0xffffff }).map(hex);
    fc.assert(
      fc.property(colours, (colour) => {
        expect(tooWeak(new Map([...tokens, ...accentTokens(colour, mode as Mode)]))).toEqual([]);
      }),
      { numRuns: 500, examples: EXTREMES.map((colour) => [colour]) },
    );
  });

  test('a company without a colour has the one of the style sheet', () => {
    for (const [name, value] of accentTokens(DEFAULT_COLOUR, mode as Mode))
      expect(`${name}: ${tokens.get(name)}`).toBe(`${name}: ${value}`);
  });
});

const EXTREMES = ['#000000', '#ffffff', '#ffff00', '#0000ff', '#ff0000', '#00ff00', '#777777'];
const hex = (value: number): string => `#${value.toString(16).padStart(6, '0')}`;
const accentTokens = (colour: string, mode: Mode) => Object.entries(accentsOf(colour)[mode]);

describe('the style sheet of a company’s colour', () => {
  test('says both modes, and outweighs the tokens wherever it stands', () => {
    const css = accentStyle('#E30613');
    const [light, dark] = css.split('@media (prefers-color-scheme:dark)');
    expect(light).toContain(`:root:root{--accent:${accentsOf('#e30613').light.accent};`);
    expect(dark).toContain(`--accent:${accentsOf('#e30613').dark.accent};`);
  });

  test('keeps a colour that can be read as it is', () => {
    expect(accentsOf('#1d4ed8').light.accent).toBe('#1d4ed8');
    expect(accentsOf('#ffe600').dark.accent).toBe('#ffe600');
  });

  test.each(['red', '#fff', '#0b5394;}body{display:none', '</style><script>'])(
    'takes nothing but #rrggbb: not %s',
    (colour) => {
      expect(() => accentStyle(colour)).toThrow('#rrggbb');
    },
  );
});

test('every colour token is either tested or no more than decoration', () => {
  const decoration = ['line', 'focus-halo'];
  const tested = new Set([...pairs(TEXT), ...pairs(SHAPES)].flat());
  const untested = [...MODES.dark.keys()].filter((token) => !tested.has(token));
  expect(untested.sort()).toEqual(decoration.sort());
});

test('the dark mode changes every colour of the light one', () => {
  const kept = [...tokensOf(LIGHT).keys()].filter((token) => !tokensOf(DARK).has(token));
  expect(kept).toEqual([]);
});
