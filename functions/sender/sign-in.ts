import type * as z from 'zod';
import type { SignInAnswer } from '../../shared/contract/sender/sender-answers.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';

interface Settings {
  readonly COMPANY_NAME: string;
  readonly COMPANY_COLOUR: string;
  readonly LANGUAGES: readonly Language[];
  readonly ISSUER: string;
  readonly CLIENT_ID: string;
}

/** Public, so that the static pages are the same for every company. */
export const makeSignIn =
  ({ COMPANY_NAME, COMPANY_COLOUR, LANGUAGES, ISSUER, CLIENT_ID }: Settings) =>
  async (): Promise<z.input<typeof SignInAnswer>> => ({
    company: COMPANY_NAME,
    colour: COMPANY_COLOUR,
    languages: [...LANGUAGES],
    issuer: ISSUER,
    clientId: CLIENT_ID,
  });
