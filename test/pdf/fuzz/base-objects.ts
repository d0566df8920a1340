import { deflateSync } from 'node:zlib';
import { stream } from '../../fixtures/write-pdf.ts';

/** Syntax by object number; object 1 is the catalog. */
export type Objects = Record<number, string | Buffer>;

const TEXT = (text: string) => `BT /F1 24 Tf 40 300 Td (${text}) Tj ET 1 0 0 rg 40 100 80 60 re f`;
const deflated = (entries: string, text: string) =>
  stream(`${entries} /Filter /FlateDecode`, deflateSync(text));

/** A document with a little of every common feature. */
export const baseObjects = (): Objects => ({
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [30 0 R] /DR << /Font << /Helv 5 0 R >> >> >> /OCProperties << /OCGs [40 0 R] /D << /ON [40 0 R] /OFF [] >> >> /Outlines 45 0 R >>',
  2: '<< /Type /Pages /Count 4 /Kids [3 0 R 13 0 R] /Resources 4 0 R /MediaBox [0 0 300 400] >>',
  3: '<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [10 0 R 11 0 R] /Rotate 90 >>',
  4: '<< /Font << /F1 5 0 R >> /XObject << /Im 20 0 R /Fm 21 0 R >> /ExtGState << /G 22 0 R >> /Properties << /L 40 0 R >> >>',
  5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  10: '<< /Type /Page /Parent 3 0 R /Contents 14 0 R >>',
  11: '<< /Type /Page /Parent 3 0 R /Contents [15 0 R 16 0 R] /CropBox [10 10 250 350] /Annots [31 0 R 32 0 R] >>',
  12: '<< /Type /Page /Parent 13 0 R /Contents 17 0 R /UserUnit 2 /Annots [30 0 R] >>',
  13: '<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [12 0 R 18 0 R] >>',
  14: stream('', TEXT('first')),
  15: deflated('', 'q 1 0 0 1 0 20 cm'),
  16: deflated('', `${TEXT('second')} Q /OC /L BDC 0 0 1 rg 150 100 40 40 re f EMC`),
  17: stream('', 'q 60 0 0 60 100 200 cm /Im Do Q /G gs /Fm Do'),
  18: '<< /Type /Page /Parent 13 0 R /Resources << >> /Contents 19 0 R /MediaBox [0 0 200 200] >>',
  19: stream('', '0 1 0 rg 20 20 100 100 re f BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI'),
  20: deflated(
    '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    'abcd',
  ),
  21: stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 20 20] /Resources 4 0 R',
    '0.5 g 0 0 50 50 re f',
  ),
  22: '<< /Type /ExtGState /ca 0.5 >>',
  30: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Rossi) /DA (/Helv 12 Tf 0 g) /Rect [20 20 140 40] /AP << /N 33 0 R >> >>',
  31: '<< /Type /Annot /Subtype /Link /Rect [40 40 90 60] /Border [0 0 1] /A << /S /URI /URI (https://example.com) >> >>',
  32: '<< /Type /Annot /Subtype /Square /Rect [100 40 160 90] /C [1 0 0] /AP << /N 34 0 R >> >>',
  33: stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 120 20] /Resources << /Font << /Helv 5 0 R >> >>',
    '/Tx BMC BT /Helv 12 Tf 2 5 Td (Rossi) Tj ET EMC',
  ),
  34: stream('/Type /XObject /Subtype /Form /BBox [0 0 60 50]', '1 0 0 RG 2 2 56 46 re S'),
  40: '<< /Type /OCG /Name (Layer) >>',
  45: '<< /Type /Outlines /First 46 0 R /Last 46 0 R /Count 1 >>',
  46: '<< /Title (One) /Parent 45 0 R /Dest [10 0 R /Fit] >>',
});
