import type { Config } from '../config.ts';
import type { SigilloFunction } from './sigillo-function.ts';

/** What a function that writes to people must know of the company. */
export function setBranding(writer: SigilloFunction, { company, timeZone }: Config): void {
  writer.setVariables({
    COMPANY_NAME: company.name,
    COMPANY_COLOUR: company.colour,
    TIME_ZONE: timeZone,
  });
}
