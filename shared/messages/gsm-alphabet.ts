/**
 * The GSM 7-bit default alphabet and extension (3GPP TS 23.038 § 6.2.1). One other character halves a
 * message's capacity.
 */
const GSM = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€',
);

const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** Replaces characters by similar ones of the GSM alphabet where there are any; other scripts stay. */
export const gsmFriendly = (text: string): string =>
  Array.from(text.normalize('NFC'), likeness).join('');

function likeness(character: string): string {
  if (GSM.has(character)) return character;
  const plain = PLAIN[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
  return plain && Array.from(plain).every((part) => GSM.has(part)) ? plain : character;
}

/** Truncates to `most` characters, the last three of them dots. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 3)
        .join('')
        .trimEnd()}...`;
}
