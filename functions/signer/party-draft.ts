import { DraftInput } from '../../shared/contract/signer.ts';
import type { Values } from '../../shared/domain/field.ts';
import type { Documents, Link } from '../../shared/ports.ts';

const keyOf = ({ envelopeId, party }: Omit<Link, 'round'>): string =>
  `open/${envelopeId}/drafts/${party}.json`;

/** What a party has filled in so far, on whatever device. */
export async function loadDraft(
  documents: Pick<Documents, 'get'>,
  of: Omit<Link, 'round'>,
): Promise<Record<string, string | boolean>> {
  const stored = await documents.get(keyOf(of));
  if (!stored) return {};
  return DraftInput.parse(JSON.parse(new TextDecoder().decode(stored.bytes))).values;
}

export async function saveDraft(
  documents: Pick<Documents, 'put'>,
  of: Omit<Link, 'round'>,
  values: Values,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify({ values }));
  await documents.put(keyOf(of), bytes, { contentType: 'application/json' });
}
