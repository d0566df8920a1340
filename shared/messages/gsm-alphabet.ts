/** 3GPP TS 23.038 §6.2.1, the default alphabet; one letter outside it halves a message's length. */
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

/** The text with what has a near likeness in the GSM alphabet written so; other scripts stay. */
export const gsmFriendly = (text: string): string =>
  Array.from(text.normalize('NFC'), likeness).join('');

function likeness(character: string): string {
  if (GSM.has(character)) return character;
  const plain = PLAIN[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
  return plain && Array.from(plain).every((part) => GSM.has(part)) ? plain : character;
}

/** Cut to `most` characters, with three dots in place of the rest. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 3)
        .join('')
        .trimEnd()}...`;
}
