import * as z from 'zod/mini';

const coordinate = z.number();
const rgb = z.readonly(z.tuple([coordinate, coordinate, coordinate]));
const base64 = z.string();

const image = z.object({
  width: z.number(),
  height: z.number(),
  colorSpace: z.enum(['DeviceGray', 'DeviceRGB', 'DeviceCMYK']),
  filter: z.enum(['FlateDecode', 'DCTDecode']),
  samples: base64,
  alpha: z.exactOptional(base64),
  orientation: z.exactOptional(z.number()),
});

const drawingItem = <I extends z.core.$ZodType>(ofImage: I) =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('text'),
      text: z.string(),
      x: coordinate,
      y: coordinate,
      size: z.number(),
      weight: z.exactOptional(z.enum(['regular', 'bold'])),
      color: z.exactOptional(rgb),
    }),
    z.object({
      kind: z.literal('rectangle'),
      x: coordinate,
      y: coordinate,
      width: z.number(),
      height: z.number(),
      fill: z.exactOptional(rgb),
      stroke: z.exactOptional(rgb),
      lineWidth: z.exactOptional(z.number()),
    }),
    z.object({
      kind: z.literal('line'),
      from: z.readonly(z.tuple([coordinate, coordinate])),
      to: z.readonly(z.tuple([coordinate, coordinate])),
      color: z.exactOptional(rgb),
      lineWidth: z.exactOptional(z.number()),
    }),
    z.object({
      kind: z.literal('path'),
      d: z.string(),
      x: coordinate,
      y: coordinate,
      scale: z.number(),
      fill: z.exactOptional(rgb),
      stroke: z.exactOptional(rgb),
      lineWidth: z.exactOptional(z.number()),
    }),
    z.object({
      kind: z.literal('image'),
      image: ofImage,
      x: coordinate,
      y: coordinate,
      width: z.number(),
      height: z.number(),
    }),
  ]);

const drawing = <I extends z.core.$ZodType>(ofImage: I) =>
  z.object({
    width: z.number(),
    height: z.number(),
    items: z.readonly(z.array(drawingItem(ofImage))),
  });

const ResolvedDrawing = drawing(image);
const StoredDrawing = drawing(z.number().check(z.int(), z.nonnegative()));

/** Same shape as `Drawing` of shared/pdf, which the contract may not import. */
export type SubmittedDrawing = z.output<typeof ResolvedDrawing>;

/**
 * A party's submission, stored under its own SHA-256 beside the document and read when its signature is
 * appended: validated values, and a drawing per mark field. `images` holds each image once; drawings refer to
 * it by index.
 */
export const Submission = z.object({
  values: z.record(z.string(), z.union([z.string(), z.boolean()])),
  images: z.array(image),
  drawings: z.record(z.string(), StoredDrawing),
});
export type Submission = z.output<typeof Submission>;

/** Builds the stored form from values and drawings. */
export function submissionOf(
  values: Submission['values'],
  drawings: Readonly<Record<string, SubmittedDrawing>>,
): Submission {
  const images: SubmittedImage[] = [];
  const stored = Object.entries(drawings).map(([field, { items, ...size }]) => [
    field,
    { ...size, items: items.map((item) => byIndex(item, images)) },
  ]);
  return { values, images, drawings: Object.fromEntries(stored) };
}

/** The drawings by field id, ready to embed; fields with the same image share one object. */
export const drawingsOf = ({ drawings, images }: Submission): Record<string, SubmittedDrawing> =>
  Object.fromEntries(
    Object.entries(drawings).map(([field, { items, ...size }]) => [
      field,
      { ...size, items: items.map((item) => byObject(item, images)) },
    ]),
  );

type SubmittedImage = z.output<typeof image>;
type StoredItem = z.output<typeof StoredDrawing>['items'][number];
type SubmittedItem = SubmittedDrawing['items'][number];

function byIndex(item: SubmittedItem, images: SubmittedImage[]): StoredItem {
  if (item.kind !== 'image') return item;
  const known = images.indexOf(item.image);
  return { ...item, image: known < 0 ? images.push(item.image) - 1 : known };
}

function byObject(item: StoredItem, images: readonly SubmittedImage[]): SubmittedItem {
  if (item.kind !== 'image') return item;
  const shared = images[item.image];
  if (!shared) throw new RangeError(`no image ${item.image}`);
  return { ...item, image: shared };
}
