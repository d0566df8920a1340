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

/** Where ours differs, whether it is still a refusal. */
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

async function row(each: PathCase): Promise<string> {
  const answer = await answerTo(each.lay());
  return `| ${each.id} | ${each.what} | ${each.published} | ${answer} | ${each.differs ?? ''} |`;
}

async function table(name: string, cases: readonly PathCase[]): Promise<string> {
  const rows: string[] = [];
  for (const each of cases) rows.push(await row(each));
  const differing = cases.filter(({ differs }) => differs);
  const taken = differing.filter((each) => expectedOf(each) === 'valid').length;
  const sum = `${cases.length} cases: ${cases.length - differing.length} answered as published, ${differing.length - taken} refused that the publisher takes, ${taken} taken that the publisher refuses.`;
  const head = '| case | what is built | published | ours | differs by |\n|---|---|---|---|---|';
  return `### ${name}\n\n${sum}\n\n${head}\n${rows.join('\n')}\n`;
}

/** The tables of docs/path-validation.md. */
export const resultsTables = async (): Promise<string> =>
  `${await table('NIST PKITS', PUBLISHED.pkits)}\n${await table('x509-limbo', PUBLISHED.limbo)}`;
