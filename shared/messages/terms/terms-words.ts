import type { lawIn } from '../../contract/law/law.ts';

/** Facts stated in the terms. */
export interface TermsFacts {
  readonly company: string;
  /** The company's country (ISO 3166-1 alpha-2), whose law the terms cite. */
  readonly country: string;
  readonly documentDays: number;
  readonly evidenceYears: number;
  /** 0: no archive. */
  readonly archiveYears: number;
}

export type TermsWords = TermsFacts & Pick<ReturnType<typeof lawIn>, 'worth' | 'capacity'>;
