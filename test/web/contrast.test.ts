import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { luminance } from '../../shared/messages/colour-contrast.ts';

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

const SURFACES = ['surface', 'surface-sunken', 'surface-raised'];
const SOFT = ['accent-soft', 'good-soft', 'bad-soft', 'warn-soft'];

/** Text: each colour and every ground it stands on anywhere in web/. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  ink: [...SURFACES, ...SOFT],
  'ink-soft': [...SURFACES, ...SOFT],
  accent: [...SURFACES, ...SOFT],
  'accent-strong': [...SURFACES, 'accent-soft'],
  'on-accent': ['accent', 'accent-strong'],
  good: [...SURFACES, 'good-soft'],
  bad: [...SURFACES, 'bad-soft'],
  warn: [...SURFACES, 'warn-soft'],
};

/** Borders of controls, marks of states, the ring around what has the focus. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  'line-control': [...SURFACES, 'accent-soft'],
  focus: [...SURFACES, ...SOFT],
  accent: SURFACES,
  good: SURFACES,
  bad: SURFACES,
};

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const pairs = (of: typeof TEXT) =>
  Object.entries(of).flatMap(([front, grounds]) => grounds.map((ground) => [front, ground]));

describe.each(Object.entries(MODES))('in %s mode', (_, tokens) => {
  const between = ([front, ground]: readonly string[]) =>
    contrast(tokens.get(front!)!, tokens.get(ground!)!);

  test.each(pairs(TEXT))('%s can be read on %s', (...pair) => {
    expect(between(pair)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(SHAPES))('%s can be seen on %s', (...pair) => {
    expect(between(pair)).toBeGreaterThanOrEqual(3);
  });
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
