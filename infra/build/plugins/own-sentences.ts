import type { Plugin } from 'rolldown';
import { OWN_PROBLEMS, SIGNER_PROBLEMS } from '../../../shared/contract/api/problem-codes.ts';
import { REFUSALS } from '../../../shared/contract/refusals/refusals.ts';

/** Refused by the pipeline itself. */
const OF_ANY_DOOR = ['not_found'];

const SIGNERS = new Set<string>([
  ...Object.values({ ...SIGNER_PROBLEMS, ...OWN_PROBLEMS }).flat(),
  ...OF_ANY_DOOR,
]);

const SENTENCE = /^ {4}(\w+):\s*'(?:[^'\\\n]|\\.)*',\n/gm;

const isForeign = (code: string): boolean => Object.hasOwn(REFUSALS, code) && !SIGNERS.has(code);

/** The signer's bundle has the sentences of its own refusals: only the sender's door answers the others. */
export const ownSentences: Plugin = {
  name: 'own-sentences',
  transform: {
    filter: { id: /\/shared\/contract\/refusals\/[a-z]{2}\.ts$/ },
    handler: (code) => {
      const [sentences = '', ...terms] = code.split(/^(?= {2}terms: )/m);
      const own = sentences.replace(SENTENCE, (line, name: string) =>
        isForeign(name) ? '' : line,
      );
      return { code: [own, ...terms].join(''), map: null };
    },
  },
};
