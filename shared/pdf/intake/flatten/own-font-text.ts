import type { PDFDict, PDFRef } from 'pdf-lib';
import { contentOf, numbers } from '../../draw/content.ts';
import { type DisplayedBox, UPRIGHT } from '../../draw/form-drawing.ts';
import { fieldFont } from './field-font.ts';
import { type FieldText, type ShownGlyphs, setText } from './field-lines.ts';
import type { FieldLook } from './field-look.ts';

const NO_RESOURCES = {
  font: () => '',
  image: () => '',
};

/**
 * A field's text in the font that the field names, placed as viewers do; undefined if that font or its
 * encoding cannot be used.
 */
export function ownFontText(
  widget: PDFDict,
  form: PDFDict | undefined,
  field: FieldText,
  look: FieldLook,
  box: DisplayedBox,
): PDFRef | undefined {
  const font = fieldFont(widget, form, look.font);
  const set = font && setText(field, font, look.size, { ...box, borderWidth: look.borderWidth });
  if (!set) return undefined;
  const style = `${numbers(...look.color)} rg /F ${numbers(set.size)} Tf`;
  const content = [contentOf(look.frame, NO_RESOURCES), style, ...set.shown.map(showing)];
  const { context } = widget;
  return context.register(
    context.stream(content.join('\n'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, box.width, box.height],
      Matrix: [...UPRIGHT[box.rotate]],
      Resources: { Font: { F: font.entry } },
    }),
  );
}

function showing({ glyphs, x, y }: ShownGlyphs): string {
  const codes = Buffer.from(glyphs.map(({ code }) => code)).toString('hex');
  return `BT ${numbers(x, y)} Td <${codes}> Tj ET`;
}
