/** Black or white, whichever reads better on `#rrggbb` (WCAG 2.2, relative luminance). */
export const textColourOn = (background: string): '#000000' | '#ffffff' =>
  // Where the contrast with white and with black is equal: (1.05)/(L+0.05) = (L+0.05)/0.05.
  luminance(background) > 0.179 ? '#000000' : '#ffffff';

/** A line around a surface of this colour on white paper: its own colour where that is seen at 3:1. */
export const edgeOf = (colour: string): string =>
  1.05 / (luminance(colour) + 0.05) >= 3 ? colour : '#767c85';

/** WCAG 2.2, of `#rrggbb`. */
export function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const linear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
