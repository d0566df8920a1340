/** The 8th and the 11th begin with a vowel when they are read. */
const ELIDED = /^(8|11)\b/;

const before = (whole: string, elided: string) => (day: string) =>
  ELIDED.test(day) ? `${elided}${day}` : `${whole} ${day}`;

/** An article, alone or with its preposition, before a day such as "8 dicembre 2026". */
export const il = before('il', 'l’');
export const al = before('al', 'all’');
export const dal = before('dal', 'dall’');
export const del = before('del', 'dell’');
