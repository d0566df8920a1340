import type * as z from 'zod';
import type { MarkInput, SignInput } from '../../../shared/contract/signer.ts';
import type { Envelope, PartyState } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { FieldKind, Size } from '../../../shared/domain/fields/field.ts';
import { HANDS, isHand } from '../../../shared/domain/fields/hand.ts';
import { initialsOf } from '../../../shared/domain/fields/initials.ts';
import { isBlank } from '../../../shared/domain/text/text.ts';
import { marksOf } from '../../../shared/domain/transitions/signing.ts';
import type { Drawing } from '../../../shared/pdf/draw/drawing.ts';
import type { PreparedImage } from '../../../shared/pdf/image/prepared-image.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { PdfCore } from '../ports.ts';
import { MARK_MAX_BYTES, MARK_MAX_PIXELS, markKey } from './mark-upload.ts';

type Input = z.output<typeof SignInput>;
type Mark = z.output<typeof MarkInput>;
type Documents = Pick<Ports['documents'], 'get' | 'size'>;
type Deps = { readonly documents: Documents; readonly pdf: PdfCore };
type Art = (box: Size) => Drawing;
type Owner = { readonly envelopeId: string; readonly party: string };

/**
 * A drawing per mark field. Throws `upload_missing`, `image_type`, `image_too_large`, `image_damaged`,
 * `text_not_covered`, `signature_unreadable`, or, if nothing would be visible, `signature_blank` or
 * `signature_missing`.
 */
export async function drawMarks(
  deps: Deps,
  envelope: Envelope,
  party: PartyState,
  input: Input,
): Promise<Record<string, Drawing>> {
  const owner = { envelopeId: envelope.id, party: party.id };
  for (const mark of [input.signature, input.initials]) assertName(mark);
  const marks = chosen(party, input);
  const art = new Map<FieldKind, Art>();
  const drawings: Record<string, Drawing> = {};
  for (const { id, kind, width, height } of marksOf(envelope, party.id)) {
    const mark = marks.get(kind);
    if (!mark) continue;
    if (!art.has(kind)) art.set(kind, await artOf(deps, owner, mark));
    drawings[id] = art.get(kind)!({ width, height });
  }
  return drawings;
}

/** The mark for each kind of field; initials default to typed ones in the signature's hand. */
function chosen(party: PartyState, { signature, initials, stamp }: Input): Map<FieldKind, Mark> {
  const hand = signature.method === 'typed' ? signature.hand : HANDS[0];
  const typed = { method: 'typed', text: initialsOf(party.name), hand } as const;
  const marks = new Map<FieldKind, Mark>([
    ['signature', signature],
    ['initials', initials ?? typed],
  ]);
  return stamp ? marks.set('stamp', { method: 'image', upload: stamp.upload }) : marks;
}

/** A typed mark is drawn per box; a picture is decoded once. */
async function artOf({ documents, pdf }: Deps, owner: Owner, mark: Mark): Promise<Art> {
  if (mark.method === 'typed') return (box) => typed(pdf, mark, box);
  const bytes = await uploaded(documents, markKey(owner, mark.upload));
  const image = await picture(pdf, bytes);
  const { width, height } = image;
  const drawing = { width, height, items: [{ kind: 'image', image, x: 0, y: 0, width, height }] };
  return () => drawing as Drawing;
}

async function picture(pdf: PdfCore, bytes: Uint8Array): Promise<PreparedImage> {
  const limits = { maxBytes: MARK_MAX_BYTES, maxPixels: MARK_MAX_PIXELS };
  const image = await pdf.prepareImage(bytes, limits);
  if (!(await pdf.showsInk(image))) throw new Refusal('signature_blank');
  return image;
}

const typed = (pdf: PdfCore, { text, hand }: { text: string; hand: string }, box: Size): Drawing =>
  pdf.typedSignature(text, isHand(hand) ? hand : HANDS[0], box);

/** A letter other than invisible ones such as Hangul fillers. */
const LETTER = /[^\P{L}\p{Default_Ignorable_Code_Point}]/u;

/** A typed signature must contain a letter. */
function assertName(mark: Mark | undefined): void {
  if (mark?.method !== 'typed') return;
  if (isBlank(mark.text)) throw new Refusal('signature_missing');
  if (!LETTER.test(mark.text)) throw new Refusal('signature_unreadable');
}

async function uploaded(documents: Documents, key: string): Promise<Uint8Array> {
  const size = await documents.size(key);
  if (size === undefined) throw new Refusal('upload_missing');
  if (size > MARK_MAX_BYTES) {
    throw new Refusal('image_too_large', { bytes: size, maxBytes: MARK_MAX_BYTES });
  }
  const object = await documents.get(key);
  if (!object) throw new Refusal('upload_missing');
  return object.bytes;
}
