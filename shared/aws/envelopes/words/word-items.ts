import { canonicalJson } from '../../../domain/ledger/canonical-json.ts';
import { sha256 } from '../../../domain/sha256.ts';
import type { ListRow } from '../../../ports/lists.ts';

/**
 * One word of an envelope, found among those that begin alike, of an owner or of all: in the same indexes as the
 * rows, which know it by other values of the same attributes. It changes with the words and the owner alone; how
 * the envelope stands is in its row.
 */
export interface WordItem {
  readonly id: string;
  readonly seq: number;
  readonly owner: string;
  readonly all: string;
  /** The word, then when the envelope was begun: newest first among equals. */
  readonly updatedAt: string;
  /** All words of the envelope. */
  readonly words: readonly string[];
}

/** What stands in a place that an earlier state had a word for; no index has it. */
type FreeItem = Pick<WordItem, 'id' | 'seq'>;

/** Says which words an envelope has; no index has it. */
export interface WordsHead {
  readonly id: string;
  readonly seq: number;
  /** Names owner and words. */
  readonly of: string;
  /** Places that were ever taken. */
  readonly places: number;
  /** Absent while they are being written. */
  readonly isWritten?: true;
}

export const wordKey = {
  head: (envelopeId: string) => `words#${envelopeId}`,
  item: (envelopeId: string, place: number) => `word#${envelopeId}#${place}`,
  owner: (owner: string, word: string) => `${encodeURIComponent(owner)}#word#${firstOf(word)}`,
  all: (word: string) => `#word#${firstOf(word)}`,
};

/** Spreads the words over the parts of an index, each of which takes 1,000 writes a second. */
const firstOf = (word: string): string => [...word][0] ?? '';

export const nameOfWords = ({ owner, words }: Pick<ListRow, 'owner' | 'words'>): string =>
  sha256(canonicalJson({ owner, words })).slice(0, 16);

/** In each of so many places its word, or nothing. */
export function wordItems(row: ListRow, places: number): (WordItem | FreeItem)[] {
  const { id: envelopeId, seq, owner, words, createdAt } = row;
  return Array.from({ length: places }, (_, place) => {
    const id = wordKey.item(envelopeId, place);
    const word = words[place];
    if (word === undefined) return { id, seq };
    return {
      id,
      seq,
      owner: wordKey.owner(owner, word),
      all: wordKey.all(word),
      updatedAt: `${word}#${createdAt}#${envelopeId}`,
      words,
    };
  });
}

/** Whose word it is, and when that was begun. */
export function envelopeOf({ updatedAt }: Pick<WordItem, 'updatedAt'>): {
  id: string;
  createdAt: string;
} {
  const [, createdAt = '', id = ''] = updatedAt.split('#');
  return { id, createdAt };
}
