import { type PDFDict, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';
import { createSignature } from '../../pki/cms/create-signature.ts';
import { chainLength, type SigningIdentity, type Timestamper } from '../../pki/identity.ts';
import type { RevisionServices, SignatureChange } from './change.ts';
import { type Entry, type IncrementalUpdate, parseReference } from './incremental-update.ts';
import { nextTimestampField } from './timestamp-field.ts';

/** As wide as the largest offsets (ten digits each); overwritten after writing. */
export const BYTE_RANGE_PLACEHOLDER = '9999999999 9999999999 9999999999';
const PLACEHOLDER = 9_999_999_999;

/** Bytes for a timestamp token with the chain of an outside authority. */
const OUTSIDE_TOKEN_ROOM = 16_384;
const SIGNED_ATTRIBUTES_ROOM = 2_048;

/** Prepares the field's signature; the field and those that it locks are closed with this revision. */
export function openSignature(
  update: IncrementalUpdate,
  change: SignatureChange,
  { identity, timestamp }: RevisionServices,
): void {
  if (!identity) throw new Error('a signature needs a signing identity');
  const field = update.field(change.field, 'signature');
  const object = update.context.register(
    signatureDictionary(update, change, roomFor(identity, timestamp)),
  );
  update.openSignature({ object, sign: (digest) => createSignature(identity, digest, timestamp) });
  const widget = update.edit(field.object);
  update.set(widget, { V: object });
  if (change.appearance) {
    const appearance = update.forms.draw(change.appearance, field);
    update.set(widget, { AP: update.context.obj({ N: appearance }) });
  }
  if (change.certify) certifyBy(update, object);
  for (const id of [change.field, ...(field.locks ?? [])]) update.fields.delete(id);
}

const roomFor = (identity: SigningIdentity, timestamp: Timestamper) =>
  chainLength(identity) + tokenRoom(timestamp) + SIGNED_ATTRIBUTES_ROOM;

const tokenRoom = ({ room = OUTSIDE_TOKEN_ROOM }: Timestamper): number => room;

function signatureDictionary(
  update: IncrementalUpdate,
  change: SignatureChange,
  room: number,
): PDFDict {
  const { name, reason, claim } = change;
  const references = referencesOf(update, change);
  return placeholder(update, room, {
    Type: 'Sig',
    SubFilter: 'ETSI.CAdES.detached',
    M: PDFString.of(pdfDate(update.now)),
    Name: PDFHexString.fromText(name),
    ...(reason && { Reason: PDFHexString.fromText(reason) }),
    ...(claim && { SigilloClaim: PDFHexString.fromText(claim) }),
    ...(references.length > 0 && { Reference: references }),
  });
}

function placeholder(
  update: IncrementalUpdate,
  room: number,
  entries: Record<string, Entry>,
): PDFDict {
  const dict = update.context.obj({
    Filter: 'Adobe.PPKLite',
    ByteRange: [0, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER],
    Contents: PDFHexString.of('00'.repeat(room)),
  });
  update.set(dict, entries);
  return dict;
}

/**
 * DocMDP with P=2: afterwards only form filling and signatures are allowed (ISO 32000-1, 12.8.2.2). FieldMDP:
 * the fields locked by this signature (12.8.2.4).
 */
function referencesOf(update: IncrementalUpdate, { field, certify }: SignatureChange): PDFDict[] {
  const locked = update.field(field, 'signature').locks ?? [];
  const names = locked.map((id) => PDFHexString.fromText(update.plan.fields[id]?.name ?? id));
  return [
    ...(certify ? [reference(update, 'DocMDP', { P: 2 })] : []),
    ...(names.length > 0
      ? [reference(update, 'FieldMDP', { Action: 'Include', Fields: names })]
      : []),
  ];
}

function certifyBy(update: IncrementalUpdate, signature: PDFRef): void {
  if (update.plan.revision > 0) throw new Error('only the first revision can certify');
  update.set(update.edit(update.plan.root), { Perms: update.context.obj({ DocMDP: signature }) });
  update.changes.certified = true;
}

function reference(update: IncrementalUpdate, method: string, parameters: Record<string, Entry>) {
  const transform = update.context.obj({ Type: 'TransformParams', V: '1.2' });
  update.set(transform, parameters);
  return update.context.obj({
    Type: 'SigRef',
    TransformMethod: method,
    TransformParams: transform,
    ...(method === 'FieldMDP' && { Data: parseReference(update.plan.root) }),
  });
}

/** A document timestamp (ETSI EN 319 142-1, 5.4.3). */
export function openTimestamp(update: IncrementalUpdate, timestamp: Timestamper): void {
  const field = nextTimestampField(update);
  const object = update.context.register(
    placeholder(update, tokenRoom(timestamp), { Type: 'DocTimeStamp', SubFilter: 'ETSI.RFC3161' }),
  );
  update.openSignature({ object, sign: timestamp });
  update.set(field, { V: object });
}

const pdfDate = (date: Date): string =>
  `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
