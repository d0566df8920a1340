import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFRef } from 'pdf-lib';
import { contentOf, numbers } from '../content.ts';
import { name } from '../make-object.ts';
import type { FieldLook } from './field-look.ts';
import { inherited } from './inherited.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Where viewers put a line: this far from its border, and so much of its size below the middle. */
const PADDING = 2;
const BELOW_MIDDLE = 0.4;
/** Every encoding of text has these at the same place, unless it says where it differs. */
const PLAIN = /^[\x20-\x7e]+$/;
const [FIRST_PLAIN, LAST_PLAIN] = [0x20, 0x7e];
const SPECIAL = /[()\\]/g;
const NO_RESOURCES = {
  font: () => '',
  image: () => '',
};

/**
 * One line of plain text in the font that the field names, placed as viewers place it; undefined
 * where that font or its encoding cannot be relied on.
 */
export function ownFontText(
  widget: PDFDict,
  form: PDFDict | undefined,
  text: string,
  look: FieldLook,
  box: Box,
): PDFRef | undefined {
  const font = fontNamed(widget, look.font) ?? (form && fontNamed(form, look.font));
  if (!font || look.size <= 0 || !PLAIN.test(text)) return undefined;
  const at = numbers(look.borderWidth + PADDING, box.height / 2 - BELOW_MIDDLE * look.size);
  const shown = text.replaceAll(SPECIAL, '\\$&');
  const style = `${numbers(...look.color)} rg /F ${numbers(look.size)} Tf`;
  const content = [contentOf(look.frame, NO_RESOURCES), `BT ${style} ${at} Td (${shown}) Tj ET`];
  const { context } = widget;
  return context.register(
    context.stream(content.join('\n'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, box.width, box.height],
      Resources: { Font: { F: font } },
    }),
  );
}

/** Of a field's own resources or of its form's. */
function fontNamed(holder: PDFDict, wanted: string | undefined): PDFObject | undefined {
  const resources = inherited(holder, 'DR');
  const fonts = resources instanceof PDFDict ? resources.lookup(name('Font')) : undefined;
  if (wanted === undefined || !(fonts instanceof PDFDict)) return undefined;
  const font = fonts.lookup(PDFName.of(wanted));
  return font instanceof PDFDict && isPlainlyEncoded(font)
    ? fonts.get(PDFName.of(wanted))
    : undefined;
}

function isPlainlyEncoded(font: PDFDict): boolean {
  const subtype = font.lookup(name('Subtype'));
  const simple = subtype === name('Type1') || subtype === name('TrueType');
  const encoding = font.lookup(name('Encoding'));
  if (encoding instanceof PDFDict) return simple && !renamesPlainText(encoding);
  return simple && encoding === name('WinAnsiEncoding');
}

/** A number says from which code on the names that follow it hold (ISO 32000-1, 9.6.6.1). */
function renamesPlainText(encoding: PDFDict): boolean {
  const differences = encoding.lookup(name('Differences'));
  let code = 0;
  for (const item of differences instanceof PDFArray ? differences.asArray() : []) {
    if (item instanceof PDFNumber) code = item.asNumber();
    else if (code >= FIRST_PLAIN && code <= LAST_PLAIN) return true;
    else code += 1;
  }
  return false;
}
