import { PDFBool, type PDFContext, PDFDict, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import { name } from '../../syntax/make-object.ts';
import { reachableObjects } from '../../syntax/reachable-objects.ts';

const PLAIN_MODES = new Set(['Normal', 'Compatible'].map(name));

/**
 * Appearances that are no transparency groups. Viewers paint the appearance of a field straight onto
 * its page, but a form in a page as the group that it says it is, and some draw finer lines in groups.
 * Where all paint in mode Normal and nothing knocks out, both are one by definition (ISO 32000-1,
 * 11.4.3 and 11.4.5), so such a group can go; any other stays.
 */
export class Ungrouped {
  readonly #context: PDFContext;
  readonly #copies = new Map<PDFRef, PDFRef>();
  #isPlain: boolean | undefined;

  constructor(context: PDFContext) {
    this.#context = context;
  }

  /** A copy where the appearance is an idle group: something else may paint the same stream as one. */
  of(appearance: PDFRef): PDFRef {
    const form = this.#context.lookup(appearance);
    if (!(form instanceof PDFRawStream && isSimple(form.dict.lookup(name('Group'))))) {
      return appearance;
    }
    if (!this.#documentIsPlain()) return appearance;
    const copy = this.#copies.get(appearance) ?? this.#copy(form);
    this.#copies.set(appearance, copy);
    return copy;
  }

  #copy({ dict, contents }: PDFRawStream): PDFRef {
    const plain = dict.clone(this.#context);
    plain.delete(name('Group'));
    return this.#context.register(PDFRawStream.of(plain, contents));
  }

  #documentIsPlain(): boolean {
    if (this.#isPlain === undefined) {
      const { Root } = this.#context.trailerInfo;
      const { dicts } = reachableObjects(this.#context, Root ? [Root] : []);
      this.#isPlain = dicts.every((dict) => paintsPlainly(dict));
    }
    return this.#isPlain;
  }
}

/** Blending in the colours of the screen, in which viewers paint pages too. */
function isSimple(group: unknown): boolean {
  if (!(group instanceof PDFDict)) return false;
  const space = group.lookup(name('CS'));
  const isRgb = space === undefined || space === name('DeviceRGB');
  return isRgb && group.lookup(name('K')) !== PDFBool.True;
}

function paintsPlainly(dict: PDFDict): boolean {
  const mode = dict.lookup(name('BM'));
  return mode === undefined || (mode instanceof PDFName && PLAIN_MODES.has(mode));
}
