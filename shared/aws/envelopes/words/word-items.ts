import { canonicalJson } from '../../../domain/ledger/canonical-json.ts';
import { sha256 } from '../../../domain/sha256.ts';
import type { ListRow } from '../../../ports/lists.ts';

/**
 * A search word of an envelope, found by prefix, per owner or over all, in the same indexes as the rows but
 * under other attribute values. Depends only on words and owner; the envelope's state is in its row.
 */
export interface WordItem {
  readonly id: string;
  readonly seq: number;
  readonly owner: string;
  readonly all: string;
  /** The word, then the creation time: newest first among equal words. */
  readonly updatedAt: string;
  /** All words of the envelope. */
  readonly words: readonly string[];
}

/** A place whose word an earlier state had; in no index. */
type FreeItem = Pick<WordItem, 'id' | 'seq'>;

/** Summary of an envelope's words; in no index. */
export interface WordsHead {
  readonly id: string;
  readonly seq: number;
  /** Hash of owner and words. */
  readonly of: string;
  /** Highest number of words ever stored. */
  readonly places: number;
  /** Absent while being written. */
  readonly isWritten?: true;
}

export const wordKey = {
  head: (envelopeId: string) => `words#${envelopeId}`,
  item: (envelopeId: string, place: number) => `word#${envelopeId}#${place}`,
  owner: (owner: string, word: string) => `${encodeURIComponent(owner)}#word#${firstOf(word)}`,
  all: (word: string) => `#word#${firstOf(word)}`,
};

/** Partition key by first letter, since an index partition takes 1,000 writes per second. */
const firstOf = (word: string): string => [...word][0] ?? '';

export const nameOfWords = ({ owner, words }: Pick<ListRow, 'owner' | 'words'>): string =>
  sha256(canonicalJson({ owner, words })).slice(0, 16);

/** The items of all places: a word, or free. */
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

/** The envelope of a word, and its creation time. */
export function envelopeOf({ updatedAt }: Pick<WordItem, 'updatedAt'>): {
  id: string;
  createdAt: string;
} {
  const [, createdAt = '', id = ''] = updatedAt.split('#');
  return { id, createdAt };
}
