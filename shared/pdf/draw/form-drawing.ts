import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { PreparedImage } from '../image/prepared-image.ts';
import type { PlannedField } from '../plan.ts';
import { dictionary } from '../syntax/make-object.ts';
import { contentOf, numbers, type ResourceNames } from './content.ts';
import type { Drawing, FontWeight } from './drawing.ts';

export type FontReferences = Record<FontWeight, PDFRef>;

/** Box of a widget or page as displayed, points. */
export type DisplayedBox = Pick<PlannedField, 'width' | 'height' | 'rotate'>;

export interface FormOptions {
  /** Marked content: variable text (ISO 32000-1, 12.7.3.3) or an artifact (14.8.2.2). */
  readonly mark?: 'Tx' | 'Artifact';
}

/** Bytes. Deflating shorter content saves little beside fonts and signatures. */
const DEFLATE_ABOVE = 8_000;

/** Writes drawings as form XObjects of one document or revision; each image once. */
export class FormDrawing {
  readonly #context: PDFContext;
  readonly #fonts: FontReferences;
  readonly #images = new Map<PreparedImage, PDFRef>();

  constructor(context: PDFContext, fonts: FontReferences) {
    this.#context = context;
    this.#fonts = fonts;
  }

  /**
   * A form XObject that fills the box: the drawing centred, scaled to fit and rotated upright on a rotated
   * page.
   */
  draw(drawing: Drawing, box: DisplayedBox, { mark }: FormOptions = {}): PDFRef {
    const used = this.#resources();
    const content = `${centred(drawing, box)} ${contentOf(drawing.items, used.names)}`;
    const marked = mark ? `/${mark} BMC q ${content} Q EMC` : `q ${content} Q`;
    const bytes = Buffer.from(marked, 'latin1');
    const deflated = bytes.length > DEFLATE_ABOVE;
    const dict = dictionary(this.#context, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, box.width, box.height],
      Matrix: UPRIGHT[box.rotate],
      Resources: { Font: used.fonts, XObject: used.images },
      ...(deflated && { Filter: 'FlateDecode' }),
    });
    return this.#context.register(PDFRawStream.of(dict, deflated ? deflateSync(bytes) : bytes));
  }

  #resources() {
    const fonts: Record<string, PDFRef> = {};
    const images: Record<string, PDFRef> = {};
    const names: ResourceNames = {
      font: (weight) => {
        const name = weight === 'bold' ? 'B' : 'R';
        fonts[name] = this.#fonts[weight];
        return name;
      },
      image: (image) => {
        const ref = this.#image(image);
        const name = `Im${ref.objectNumber}`;
        images[name] = ref;
        return name;
      },
    };
    return { names, fonts, images };
  }

  #image(image: PreparedImage): PDFRef {
    const known = this.#images.get(image);
    if (known) return known;
    const ref = embedImage(this.#context, image);
    this.#images.set(image, ref);
    return ref;
  }
}

/** Quarter turns; a viewer positions the result by the appearance algorithm (12.5.5). */
export const UPRIGHT: Readonly<
  Record<PlannedField['rotate'], readonly [number, number, number, number, number, number]>
> = {
  0: [1, 0, 0, 1, 0, 0],
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
};

function centred(drawing: Drawing, box: DisplayedBox): string {
  const scale = Math.min(box.width / drawing.width, box.height / drawing.height);
  const x = (box.width - drawing.width * scale) / 2;
  const y = (box.height - drawing.height * scale) / 2;
  return `${numbers(scale, 0, 0, scale, x, y)} cm`;
}

function embedImage(context: PDFContext, image: PreparedImage): PDFRef {
  const turned = (image.orientation ?? 1) >= 5;
  const add = (samples: string, entries: object) =>
    context.register(
      context.stream(Buffer.from(samples, 'base64'), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: turned ? image.height : image.width,
        Height: turned ? image.width : image.height,
        BitsPerComponent: 8,
        ...entries,
      }),
    );
  const mask = image.alpha && add(image.alpha, { ColorSpace: 'DeviceGray', Filter: 'FlateDecode' });
  return add(image.samples, {
    ColorSpace: image.colorSpace,
    Filter: image.filter,
    ...(mask && { SMask: mask }),
    ...(image.colorSpace === 'DeviceCMYK' && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  });
}
