import type * as z from 'zod';
import type { CeremonyAnswer, ConsentInput } from '../../../shared/contract/signer.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { consent } from '../../../shared/domain/transitions/signing.ts';
import { languageOfTerms } from '../../../shared/messages/terms/terms.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { CeremonyRequest } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';
import { type SignerSettings, termsFactsOf } from '../signer-settings.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';

/** Records consent to the terms by version, language and SHA-256. */
export const makeConsent =
  ({ ledger }: Pick<Ports, 'ledger'>, describe: DescribeCeremony, settings: SignerSettings) =>
  async (request: CeremonyRequest<z.output<typeof ConsentInput>>): Promise<CeremonyAnswer> => {
    const { ceremony } = request;
    const { party, now } = ceremony;
    const { version, sha256 } = request.body;
    const language = languageOfTerms(request.body, termsFactsOf(settings, ceremony.envelope));
    if (!language) throw new Refusal('consent_outdated');
    const envelope = await changeByLink(ledger, ceremony, (current) =>
      consent(current, { party: party.id, version, sha256, language }, now),
    );
    const consented = envelope.parties.find(({ id }) => id === party.id)!;
    return describe({ ...ceremony, envelope, party: consented }, request);
  };
