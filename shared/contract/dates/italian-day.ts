/** 8 and 11 (otto, undici) begin with a vowel, so the article is elided. */
const ELIDED = /^(8|11)\b/;

const before = (whole: string, elided: string) => (day: string) =>
  ELIDED.test(day) ? `${elided}${day}` : `${whole} ${day}`;

/** Italian article or articulated preposition for a date such as "8 dicembre 2026". */
export const il = before('il', 'l’');
export const al = before('al', 'all’');
export const dal = before('dal', 'dall’');
export const del = before('del', 'dell’');
