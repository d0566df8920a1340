import type { LawWords } from './law-words.ts';

/** To be reviewed by the company's lawyer. */
export const fr: LawWords = {
  capacity: 'Vous signez pour vous-même ou en la qualité indiquée dans le document.',
  worth: {
    IT: 'C’est une signature électronique au sens de l’article 3, point 10), du règlement (UE) n° 910/2014 (eIDAS), appelée aussi « simple » en Italie : elle ne peut être refusée comme preuve au seul motif qu’elle est électronique. Le juge apprécie librement si un document ainsi signé satisfait à l’exigence de l’écrit et quelle est sa valeur de preuve, selon sa sécurité, son intégrité et son caractère inaltérable (article 20, paragraphe 1-bis, du Code italien de l’administration numérique, décret législatif 82/2005). Pour certains actes, la loi exige une forme plus solennelle, que cette signature n’offre pas.',
    elsewhere:
      'C’est une signature électronique au sens de l’article 3, point 10), du règlement (UE) n° 910/2014 (eIDAS) : elle ne peut être refusée comme preuve au seul motif qu’elle est électronique. Pour certains actes, la loi exige une forme plus solennelle, que cette signature n’offre pas.',
  },
  form: {
    IT: 'Les actes pour lesquels l’article 1350 du Code civil italien exige un écrit et les clauses à approuver spécialement selon l’article 1341 peuvent demander un autre type de signature (article 21, paragraphe 2-bis, du Code de l’administration numérique). En cas de doute, consultez votre conseil juridique avant l’envoi.',
    elsewhere:
      'Pour certains actes, la loi exige une forme plus solennelle que cette signature électronique, par exemple un autre type de signature ou un acte notarié. En cas de doute, consultez votre conseil juridique avant l’envoi.',
  },
};
