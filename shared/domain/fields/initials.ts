/** The initials of a name: "Anna-Maria Verdi" becomes "AMV". */
export const initialsOf = (name: string): string =>
  name
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .split(/[\s-]/)
    .map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? '')
    .join('');
