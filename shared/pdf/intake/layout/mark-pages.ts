import { displayValue, FIELD_RULES } from '../../../domain/fields/field-kinds.ts';
import type { Drawing } from '../../draw/drawing.ts';
import { type DisplayedBox, type FormOptions, UPRIGHT } from '../../draw/form-drawing.ts';
import { layOutText } from '../../fields/field-text.ts';
import { frameItems, tickItems } from '../../fields/tick.ts';
import { normalizeText } from '../../font/font.ts';
import { matrixOnto } from '../flatten/appearance-matrix.ts';
import type { OpenDocument } from '../open-document.ts';
import { Overlay, type PlacedForm } from '../page/overlay.ts';
import { type DisplayedPlace, type PageGeometry, toPageSpace } from '../page/page-geometry.ts';
import type { Page } from '../page/page-tree.ts';
import { idStrip } from './id-strip.ts';
import type { DocumentLayout, LaidField } from './layout.ts';

/**
 * Paints onto every page: flattened fields, company values, certificate content known so far, the id strip.
 */
export function markPages(
  document: OpenDocument,
  pages: readonly Page[],
  layout: DocumentLayout,
): void {
  const overlay = new Overlay();
  const { envelopeId, certificate = [] } = layout;
  const firstOfCertificate = pages.length - layout.certificatePages;
  for (const [index, page] of pages.entries()) {
    const geometry = document.geometries[index] as PageGeometry;
    const own = layout.fields.filter((field) => field.party === null && field.page === index);
    const printed = certificate[index - firstOfCertificate];
    const strip = idStrip({ envelopeId, page: index + 1, pages: pages.length }, geometry);
    const foot = {
      x: 0,
      y: geometry.height - strip.height,
      width: strip.width,
      height: strip.height,
    };
    overlay.paint(
      page,
      [
        ...(document.flattened.get(index) ?? []),
        ...own.map((field) => draw(document, geometry, field, ownValue(field, layout.language))),
        ...(printed ? [draw(document, geometry, wholePage(printed), printed)] : []),
        draw(document, geometry, foot, strip, { mark: 'Artifact' }),
      ],
      document.balances[index],
    );
  }
}

const wholePage = ({ width, height }: Drawing) => ({ x: 0, y: 0, width, height });

function draw(
  { forms }: OpenDocument,
  geometry: PageGeometry,
  place: DisplayedPlace,
  drawing: Drawing,
  options?: FormOptions,
): PlacedForm {
  const box: DisplayedBox = { width: place.width, height: place.height, rotate: geometry.rotate };
  const form = forms.draw(drawing, box, options);
  const extent = { left: 0, bottom: 0, right: box.width, top: box.height };
  const matrix = matrixOnto(toPageSpace(geometry, place), extent, UPRIGHT[box.rotate]);
  if (!matrix) throw new Error('a drawing has an empty box');
  return { form, matrix };
}

function ownValue(field: LaidField, language: string): Drawing {
  const { width, height, kind, value } = field;
  if (FIELD_RULES[kind].isTick) {
    return { width, height, items: [...frameItems(field), ...(value ? tickItems(field) : [])] };
  }
  const text = typeof value === 'string' ? normalizeText(value) : '';
  const items = text === '' ? [] : layOutText(displayValue(kind, text, language), field);
  return { width, height, items };
}
