import { luminance } from './colour-contrast.ts';

/** Colour of mails and pages if the company configures none. */
export const DEFAULT_COLOUR = '#0b5394';

/** The tokens of web/ui/tokens.css derived from the company's colour, each `#rrggbb`. */
export interface Accents {
  readonly accent: string;
  readonly 'accent-strong': string;
  readonly 'accent-soft': string;
  readonly 'on-accent': string;
  readonly focus: string;
  /** For use on the document's page, which is white in dark mode too. */
  readonly 'paper-accent': string;
  readonly 'paper-accent-strong': string;
}

/**
 * The company's colour, mixed with black or white as far as contrast requires: text 4.5:1 on every
 * background, controls 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). Contrast is a ratio of relative luminance, so shades
 * are chosen by luminance.
 */
export function accentsOf(colour: string): { light: Accents; dark: Accents } {
  const deep = atMost(colour, 0.14);
  const paper = {
    'paper-accent': deep,
    'paper-accent-strong': atMost(mixed(deep, BLACK, 0.25), 0.09),
  };
  const bright = atLeast(colour, 0.4);
  return {
    light: {
      accent: deep,
      'accent-strong': paper['paper-accent-strong'],
      'accent-soft': atMost(atLeast(mixed(colour, WHITE, 0.9), 0.82), 0.93),
      'on-accent': WHITE,
      focus: deep,
      ...paper,
    },
    dark: {
      accent: bright,
      'accent-strong': atLeast(mixed(bright, WHITE, 0.3), 0.5),
      'accent-soft': soft(colour),
      'on-accent': atMost(mixed(bright, BLACK, 0.85), 0.02),
      focus: bright,
      ...paper,
    },
  };
}

const WHITE = '#ffffff';
const BLACK = '#000000';
const DARK_SURFACE = '#11181f';

const soft = (colour: string): string =>
  least(
    (share) => mixed(colour, DARK_SURFACE, share),
    0.8,
    (mix) => luminance(mix) <= 0.03,
  );

const atMost = (colour: string, most: number): string =>
  least(
    (share) => mixed(colour, BLACK, share),
    0,
    (mix) => luminance(mix) <= most,
  );

const atLeast = (colour: string, floor: number): string =>
  least(
    (share) => mixed(colour, WHITE, share),
    0,
    (mix) => luminance(mix) >= floor,
  );

/** The first mix, in steps of 1 %, that satisfies `does`. */
function least(mix: (share: number) => string, from: number, does: (mix: string) => boolean) {
  let percent = from * 100;
  while (percent < 100 && !does(mix(percent / 100))) percent += 1;
  return mix(percent / 100);
}

/** `share` (0 to 1) of `other`. */
const mixed = (colour: string, other: string, share: number): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const [own, its] = [colour, other].map((one) => parseInt(one.slice(at, at + 2), 16));
      return Math.round(own! + (its! - own!) * share)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;
