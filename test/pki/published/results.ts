import { CMS_ALGORITHMS } from './cms-algorithms.ts';
import { CMS_ATTRIBUTES } from './cms-attributes.ts';
import { answerToCms, type CmsCase } from './cms-case.ts';
import { CMS_STRUCTURE } from './cms-structure.ts';
import { LIMBO } from './limbo.ts';
import { answerTo, type Difference, type PathCase } from './path-case.ts';
import { PKITS_CERTIFICATES } from './pkits-certificates.ts';
import { PKITS_LISTS } from './pkits-lists.ts';
import { PKITS_NAMES } from './pkits-names.ts';
import { PKITS_POLICIES } from './pkits-policies.ts';

const partsOf = ({ id }: PathCase): number[] => id.split('.').map(Number);
function bySection(left: PathCase, right: PathCase): number {
  const [one, two] = [partsOf(left), partsOf(right)];
  return one[1]! - two[1]! || one[2]! - two[2]!;
}

export const PUBLISHED = {
  pkits: [...PKITS_CERTIFICATES, ...PKITS_LISTS, ...PKITS_POLICIES, ...PKITS_NAMES].toSorted(
    bySection,
  ),
  limbo: LIMBO,
} as const satisfies Record<string, readonly PathCase[]>;

/** If ours differs: whether it still refuses. */
const KINDS: Record<Difference, 'refused' | 'taken'> = {
  algorithm: 'refused',
  names: 'refused',
  constraints: 'refused',
  'own key': 'refused',
  'partial list': 'refused',
  form: 'taken',
};

/** Our expected verdict: the published one, unless a documented deviation applies. */
export function expectedOf({ published, differs }: PathCase): 'valid' | 'invalid' {
  if (!differs) return published;
  return KINDS[differs] === 'taken' ? 'valid' : 'invalid';
}

export const PUBLISHED_CMS: readonly CmsCase[] = [
  ...CMS_STRUCTURE,
  ...CMS_ATTRIBUTES,
  ...CMS_ALGORITHMS,
];

interface Answered extends Pick<PathCase, 'id' | 'what' | 'published'> {
  readonly differs?: string;
  readonly answer: string;
}

const row = ({ id, what, published, answer, differs = '' }: Answered): string =>
  `| ${id} | ${what} | ${published} | ${answer} | ${differs} |`;

function table(name: string, cases: readonly Answered[]): string {
  const differing = cases.filter(({ differs }) => differs);
  const taken = differing.filter(({ published }) => published === 'invalid').length;
  const sum = `${cases.length} cases: ${cases.length - differing.length} answered as published, ${differing.length - taken} refused that the publisher takes, ${taken} taken that the publisher refuses.`;
  const head = '| case | what is built | published | ours | differs by |\n|---|---|---|---|---|';
  return `### ${name}\n\n${sum}\n\n${head}\n${cases.map(row).join('\n')}\n`;
}

async function answered<C extends PathCase | CmsCase>(
  cases: readonly C[],
  answerOf: (laid: ReturnType<C['lay']>) => Promise<string>,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const each of cases) {
    const laid = each.lay() as ReturnType<C['lay']>;
    answers.push({ ...each, answer: await answerOf(laid) });
  }
  return answers;
}

/** Tables of docs/path-validation.md. */
export const resultsTables = async (): Promise<string> =>
  [
    table('NIST PKITS', await answered(PUBLISHED.pkits, answerTo)),
    table('x509-limbo', await answered(PUBLISHED.limbo, answerTo)),
    table('RFCs on CMS', await answered(PUBLISHED_CMS, answerToCms)),
  ].join('\n');
