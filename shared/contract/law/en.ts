import type { LawWords } from './law-words.ts';

/** To be reviewed by the company's lawyer. */
export const en: LawWords = {
  capacity: 'You sign for yourself, or in the capacity stated in the document.',
  worth: {
    IT: 'It is an electronic signature in the sense of Article 3(10) of Regulation (EU) No 910/2014 (eIDAS), in Italy also called “simple”: it cannot be refused as evidence merely because it is electronic. Whether a document signed in this way is in writing in the sense of the law, and what it proves, a court assesses freely by its security, integrity and unchangeability (Article 20(1-bis) of the Italian Digital Administration Code, Legislative Decree 82/2005). For some acts the law demands a more solemn form, which this signature does not give.',
    elsewhere:
      'It is an electronic signature in the sense of Article 3(10) of Regulation (EU) No 910/2014 (eIDAS): it cannot be refused as evidence merely because it is electronic. For some acts the law demands a more solemn form, which this signature does not give.',
  },
  form: {
    IT: 'Contracts for which Article 1350 of the Italian Civil Code demands writing, and clauses to be approved specifically under Article 1341, may need another kind of signature than this one (Article 21(2-bis) of the Digital Administration Code). If in doubt, ask your lawyer before you send.',
    elsewhere:
      'For some acts the law demands a more solemn form than this electronic signature gives, such as another kind of signature or a notary. If in doubt, ask your lawyer before you send.',
  },
};
