import type { lawIn } from '../../contract/law/law.ts';

/** The numbers and the name that the terms state. */
export interface TermsFacts {
  readonly company: string;
  /** The company's, ISO 3166-1 alpha-2: whose law the terms name. */
  readonly country: string;
  readonly documentDays: number;
  readonly evidenceYears: number;
  /** 0: nothing is archived. */
  readonly archiveYears: number;
}

export type TermsWords = TermsFacts & Pick<ReturnType<typeof lawIn>, 'worth' | 'capacity'>;
