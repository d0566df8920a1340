import type { z } from 'zod';
import type { SignInAnswer } from '../../shared/contract/sender.ts';

interface Settings {
  readonly COMPANY_NAME: string;
  readonly COMPANY_COLOUR: string;
  readonly ISSUER: string;
  readonly CLIENT_ID: string;
}

/** Told to anyone, so that the pages are the same files for every company. */
export const makeSignIn =
  ({ COMPANY_NAME, COMPANY_COLOUR, ISSUER, CLIENT_ID }: Settings) =>
  async (): Promise<z.input<typeof SignInAnswer>> => ({
    company: COMPANY_NAME,
    colour: COMPANY_COLOUR,
    issuer: ISSUER,
    clientId: CLIENT_ID,
  });
