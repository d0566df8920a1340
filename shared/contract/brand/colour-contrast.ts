/** Black or white, whichever has more contrast with `#rrggbb` (WCAG 2.2 relative luminance). */
export const textColourOn = (background: string): '#000000' | '#ffffff' =>
  // Equal contrast with both: 1.05 / (L + 0.05) = (L + 0.05) / 0.05.
  luminance(background) > 0.179 ? '#000000' : '#ffffff';

/** Border colour for a surface on white: its own colour if that has 3:1, else grey. */
export const edgeOf = (colour: string): string =>
  1.05 / (luminance(colour) + 0.05) >= 3 ? colour : '#767c85';

/** Relative luminance of `#rrggbb` (WCAG 2.2), 0 to 1. */
export function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
