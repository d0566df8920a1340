import type { Config } from '../config.ts';
import type { SigilloFunction } from './sigillo-function.ts';

/** Branding variables of a function that sends mails or texts. */
export function setBranding(writer: SigilloFunction, { company, timeZone }: Config): void {
  writer.setVariables({
    COMPANY_NAME: company.name,
    COMPANY_COLOUR: company.colour,
    TIME_ZONE: timeZone,
  });
}
