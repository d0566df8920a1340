import type * as z from 'zod';
import type { SuggestionsAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import {
  StoredSuggestions,
  suggestionsKey,
} from '../../../shared/contract/sender/stored-suggestions.ts';
import { storedJson } from '../../../shared/contract/stored.ts';
import { meantParty } from '../../../shared/domain/fields/suggestion.ts';
import { documentOf } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import { assertNotRemoved } from '../files/not-removed.ts';
import type { SenderRequest } from '../sender-request.ts';

/** Suggestions found by intake; empty for documents accepted by earlier releases. */
export const makeSuggestions =
  ({ ledger, documents, clock }: Pick<Ports, 'ledger' | 'documents' | 'clock'>) =>
  async (request: SenderRequest): Promise<z.input<typeof SuggestionsAnswer>> => {
    const envelope = await ownEnvelope(ledger, request);
    assertNotRemoved(envelope, clock.now());
    const key = suggestionsKey(envelope.id, documentOf(envelope).sha256);
    const stored = await documents.get(key);
    if (!stored) return { suggestions: [], wrongTags: [] };
    const found = storedJson('suggestions', StoredSuggestions, stored.bytes);
    return {
      suggestions: found.suggestions.map(({ party: meant, ...suggestion }) => ({
        ...suggestion,
        ...(meant && { meant, party: meantParty(meant, envelope.parties) }),
      })),
      wrongTags: found.wrongTags,
    };
  };
