import { PDFBool, type PDFContext, PDFDict, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import { name } from '../../syntax/make-object.ts';
import { reachableObjects } from '../../syntax/reachable-objects.ts';

const PLAIN_MODES = new Set(['Normal', 'Compatible'].map(name));

/**
 * Removes needless transparency groups from appearances. Viewers paint a widget's appearance directly but a
 * form XObject with a group as a group, in which some draw finer lines. If everything paints in mode Normal
 * without knockout, both are equivalent (ISO 32000-1, 11.4.3 and 11.4.5); other groups stay.
 */
export class Ungrouped {
  readonly #context: PDFContext;
  readonly #copies = new Map<PDFRef, PDFRef>();
  #isPlain: boolean | undefined;

  constructor(context: PDFContext) {
    this.#context = context;
  }

  /** Returns a copy, because the same stream may be used elsewhere with its group. */
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

/** Only groups that blend in RGB, as viewers do for pages. */
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
