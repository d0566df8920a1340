import { expect, test } from 'vitest';
import { prepareDocument } from '../../../shared/pdf/intake/intake.ts';
import { A4_PAGE, stream, writePdf } from '../../fixtures/write-pdf.ts';
import { layoutWith } from '../layout.ts';

const IDLE = '/Group << /S /Transparency /I true /CS /DeviceRGB >>';

/** Number of layers left after intake of a field with this appearance, which the page may show as well. */
async function groupsOf(entries: string, resources = ''): Promise<number> {
  const source = writePdf({
    catalog: '/AcroForm << /Fields [100 0 R] >>',
    objects: {
      10: `<< /Type /Page /Parent 2 0 R ${A4_PAGE} /Annots [100 0 R] /Resources << ${resources} >> >>`,
      100: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [72 600 272 620] /AP << /N 101 0 R >> >>',
      101: stream(`/Subtype /Form /BBox [0 0 200 20] ${entries}`, '0.1 w 0 10 m 200 10 l S'),
    },
  });
  const { bytes } = await prepareDocument(source, layoutWith());
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Group /g)?.length ?? 0
  );
}

test('a field’s picture that says it is a group is painted as none, as viewers paint it', async () => {
  expect(await groupsOf(IDLE)).toBe(0);
});

test('the page goes on painting the same picture as a group', async () => {
  expect(await groupsOf(IDLE, '/XObject << /X 101 0 R >>')).toBe(1);
});

const BLENDING = '/Resources << /ExtGState << /G << /BM /Multiply >> >> >>';

test.each([
  ['blends', `${IDLE} ${BLENDING}`],
  ['knocks out', '/Group << /S /Transparency /K true >>'],
  ['mixes the colours of print', '/Group << /S /Transparency /CS /DeviceCMYK >>'],
])('a group that %s stays one', async (_, entries) => {
  expect(await groupsOf(entries)).toBe(1);
});
