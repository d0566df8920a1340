import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import type { Layout } from '../../../shared/domain/fields/working-draft.ts';
import { contentFrom, type NamedPlace } from '../../../shared/domain/template/from-envelope.ts';
import type { Place, TemplateContent } from '../../../shared/domain/template/template.ts';
import { documentOf } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';
import { sourceEnvelope } from '../access/source-envelope.ts';
import { storedValues } from '../draft/own-values.ts';
import { workingDraft } from '../draft/working-draft.ts';
import { assertNotRemoved } from '../files/not-removed.ts';

type Deps = Pick<Ports, 'ledger' | 'documents' | 'clock'>;

/** Template content taken from an envelope that the caller may see, and the location of its document. */
export async function envelopeContent(
  ports: Deps,
  caller: Caller,
  envelopeId: string,
  named: readonly NamedPlace[],
  before?: readonly Place[],
): Promise<{ content: TemplateContent; source: string }> {
  const envelope = await sourceEnvelope(ports.ledger, { caller, path: { id: envelopeId } });
  assertNotRemoved(envelope, ports.clock.now());
  const document = documentOf(envelope);
  const layout = await layoutOf(ports.documents, envelope);
  const content = contentFrom(envelope, layout, document, named, before);
  return { content, source: document.key };
}

/** Leaves out fields that do not fit on the draft's document. */
async function layoutOf(documents: Deps['documents'], envelope: Envelope): Promise<Layout> {
  if (envelope.status !== 'draft')
    return { fields: envelope.fields, values: await storedValues(documents, envelope) };
  const { fields, values } = await workingDraft(documents, envelope);
  return { fields, values };
}
