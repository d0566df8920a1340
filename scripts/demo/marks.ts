import { type Curve, Ink } from './ink.ts';

/** A flourish as people draw it in a hurry. */
const STROKES: readonly Curve[] = [
  [
    [60, 160],
    [90, 20],
    [150, 10],
    [120, 150],
  ],
  [
    [120, 150],
    [110, 205],
    [60, 190],
    [110, 130],
  ],
  [
    [110, 130],
    [160, 70],
    [190, 90],
    [180, 130],
  ],
  [
    [180, 130],
    [175, 160],
    [205, 155],
    [225, 110],
  ],
  [
    [225, 110],
    [235, 85],
    [250, 95],
    [245, 130],
  ],
  [
    [245, 130],
    [245, 165],
    [290, 140],
    [310, 60],
  ],
  [
    [310, 60],
    [318, 20],
    [340, 20],
    [325, 90],
  ],
  [
    [325, 90],
    [310, 160],
    [335, 150],
    [365, 115],
  ],
  [
    [365, 115],
    [385, 95],
    [400, 105],
    [395, 130],
  ],
  [
    [395, 130],
    [395, 160],
    [450, 140],
    [540, 95],
  ],
  [
    [90, 185],
    [220, 165],
    [400, 165],
    [520, 150],
  ],
];

/** A signature as drawn with a finger: PNG, transparent, 600 by 220 pixels. */
export function drawnSignature(): Uint8Array {
  const ink = new Ink(600, 220, [22, 36, 96]);
  for (const stroke of STROKES) ink.curve(stroke, 1.4, 3.1);
  return ink.png();
}

/** A company's round stamp: PNG, transparent, 360 pixels square. */
export function companyStamp(): Uint8Array {
  const ink = new Ink(360, 360, [150, 28, 36]);
  const middle = [180, 180] as const;
  ink.ring(middle, 168, 4);
  ink.ring(middle, 156, 1.5);
  ink.ring(middle, 104, 2);
  for (let index = 0; index < 36; index++) radial(ink, (index / 36) * 2 * Math.PI);
  house(ink);
  return ink.png();
}

function radial(ink: Ink, angle: number): void {
  const at = (size: number) =>
    [180 + size * Math.cos(angle), 180 + size * Math.sin(angle)] as const;
  ink.line(at(118), at(142), 2.2);
}

/** A pictogram of a tall building with a door, as a building company's logo. */
function house(ink: Ink): void {
  const corners = [
    [130, 240],
    [130, 140],
    [180, 105],
    [230, 140],
    [230, 240],
    [130, 240],
  ] as const;
  corners.slice(1).forEach((to, index) => {
    ink.line(corners[index]!, to, 3.5);
  });
  ink.line([165, 240], [165, 195], 3);
  ink.line([165, 195], [195, 195], 3);
  ink.line([195, 195], [195, 240], 3);
}
