import { type PDFDict, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';
import { createSignature } from '../../pki/cms/create-signature.ts';
import { chainLength, type SigningIdentity, type Timestamper } from '../../pki/identity.ts';
import type { RevisionServices, SignatureChange } from './change.ts';
import { type Entry, parseReference, type RevisionDraft } from './draft.ts';
import { nextTimestampField } from './timestamp-field.ts';

/** Ten digits each, as many as the widest offset; the values come when all is written. */
export const BYTE_RANGE_PLACEHOLDER = '9999999999 9999999999 9999999999';
const PLACEHOLDER = 9_999_999_999;

/** Room for a timestamp token with the chain of an outside authority. */
const OUTSIDE_TOKEN_ROOM = 16_384;
const SIGNED_ATTRIBUTES_ROOM = 2_048;

/** Signs the field when the revision is closed; it and the fields that it locks close with it. */
export function openSignature(
  draft: RevisionDraft,
  change: SignatureChange,
  { identity, timestamp }: RevisionServices,
): void {
  if (!identity) throw new Error('a signature needs a signing identity');
  const field = draft.field(change.field, 'signature');
  const object = draft.context.register(
    signatureDictionary(draft, change, roomFor(identity, timestamp)),
  );
  draft.openSignature({ object, sign: (digest) => createSignature(identity, digest, timestamp) });
  const widget = draft.edit(field.object);
  draft.set(widget, { V: object });
  if (change.appearance) {
    const appearance = draft.forms.draw(change.appearance, field);
    draft.set(widget, { AP: draft.context.obj({ N: appearance }) });
  }
  if (change.certify) certifyBy(draft, object);
  for (const id of [change.field, ...(field.locks ?? [])]) draft.fields.delete(id);
}

const roomFor = (identity: SigningIdentity, timestamp: Timestamper) =>
  chainLength(identity) + tokenRoom(timestamp) + SIGNED_ATTRIBUTES_ROOM;

const tokenRoom = ({ room = OUTSIDE_TOKEN_ROOM }: Timestamper): number => room;

function signatureDictionary(draft: RevisionDraft, change: SignatureChange, room: number): PDFDict {
  const { name, reason, claim } = change;
  const references = referencesOf(draft, change);
  return placeholder(draft, room, {
    Type: 'Sig',
    SubFilter: 'ETSI.CAdES.detached',
    M: PDFString.of(pdfDate(draft.now)),
    Name: PDFHexString.fromText(name),
    ...(reason && { Reason: PDFHexString.fromText(reason) }),
    ...(claim && { SigilloClaim: PDFHexString.fromText(claim) }),
    ...(references.length > 0 && { Reference: references }),
  });
}

function placeholder(draft: RevisionDraft, room: number, entries: Record<string, Entry>): PDFDict {
  const dict = draft.context.obj({
    Filter: 'Adobe.PPKLite',
    ByteRange: [0, PLACEHOLDER, PLACEHOLDER, PLACEHOLDER],
    Contents: PDFHexString.of('00'.repeat(room)),
  });
  draft.set(dict, entries);
  return dict;
}

/**
 * DocMDP with P=2: from now on only forms and signatures (ISO 32000-1, 12.8.2.2). FieldMDP: the
 * fields that close with this signature (12.8.2.4).
 */
function referencesOf(draft: RevisionDraft, { field, certify }: SignatureChange): PDFDict[] {
  const locked = draft.field(field, 'signature').locks ?? [];
  const names = locked.map((id) => PDFHexString.fromText(draft.plan.fields[id]?.name ?? id));
  return [
    ...(certify ? [reference(draft, 'DocMDP', { P: 2 })] : []),
    ...(names.length > 0
      ? [reference(draft, 'FieldMDP', { Action: 'Include', Fields: names })]
      : []),
  ];
}

function certifyBy(draft: RevisionDraft, signature: PDFRef): void {
  if (draft.plan.revision > 0) throw new Error('only the first revision can certify');
  draft.set(draft.edit(draft.plan.root), { Perms: draft.context.obj({ DocMDP: signature }) });
  draft.changes.certified = true;
}

function reference(draft: RevisionDraft, method: string, parameters: Record<string, Entry>) {
  const transform = draft.context.obj({ Type: 'TransformParams', V: '1.2' });
  draft.set(transform, parameters);
  return draft.context.obj({
    Type: 'SigRef',
    TransformMethod: method,
    TransformParams: transform,
    ...(method === 'FieldMDP' && { Data: parseReference(draft.plan.root) }),
  });
}

/** A document timestamp (ETSI EN 319 142-1, 5.4.3). */
export function openTimestamp(draft: RevisionDraft, timestamp: Timestamper): void {
  const field = nextTimestampField(draft);
  const object = draft.context.register(
    placeholder(draft, tokenRoom(timestamp), { Type: 'DocTimeStamp', SubFilter: 'ETSI.RFC3161' }),
  );
  draft.openSignature({ object, sign: timestamp });
  draft.set(field, { V: object });
}

const pdfDate = (date: Date): string =>
  `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
