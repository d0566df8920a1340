import {
  type Extension,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  Name,
  NameConstraints,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';
import { toName } from '../../../shared/pki/certificate/distinguished-name.ts';
import { extension, issuing, signing } from './laboratory.ts';
import { type JudgedPath, lineWithLists, type PathCase } from './path-case.ts';

const unit = (organization: string): GeneralName =>
  new GeneralName({
    directoryName: new Name(
      [...toName({ country: 'US', organization, commonName: '' })].slice(0, 2),
    ),
  });
const mail = (rfc822Name: string) => new GeneralName({ rfc822Name });
const host = (dNSName: string) => new GeneralName({ dNSName });
const address = (uniformResourceIdentifier: string) =>
  new GeneralName({ uniformResourceIdentifier });

const subtrees = (names: readonly GeneralName[]) =>
  new GeneralSubtrees(names.map((base) => new GeneralSubtree({ base })));

interface Allowed {
  /** Has the same name as the previous one (self-issued). */
  readonly isSelfIssued?: true;
  readonly only?: readonly GeneralName[];
  readonly never?: readonly GeneralName[];
}

const constrained = ({ only, never }: Allowed): Extension =>
  extension(
    id_ce_nameConstraints,
    new NameConstraints({
      ...(only && { permittedSubtrees: subtrees(only) }),
      ...(never && { excludedSubtrees: subtrees(never) }),
    }),
    true,
  );

type Row = readonly [
  'valid' | 'invalid',
  what: string,
  issuers: readonly Allowed[],
  signer: string,
  ...more: GeneralName[],
];

function laidOut(
  issuers: readonly Allowed[],
  organization: string,
  more: readonly GeneralName[],
): JudgedPath {
  const names = new SubjectAlternativeName([...more]);
  const further = more.length > 0 ? [extension(id_ce_subjectAltName, names)] : [];
  // Each issuer's own name satisfies the constraints above it.
  const unitOfIssuers = issuers.some(({ never }) => never) ? 'C' : 'A';
  const nameOf = (at: number): Name =>
    issuers[at]?.isSelfIssued
      ? nameOf(at - 1)
      : toName({ country: 'US', organization: unitOfIssuers, commonName: `Issuer ${at}` });
  return lineWithLists(
    ...issuers.map((each, at) => {
      const limits = each.only || each.never ? [constrained(each)] : [];
      return { name: nameOf(at), extensions: issuing(undefined, ...limits) };
    }),
    {
      name: toName({ country: 'US', organization, commonName: 'Signer' }),
      extensions: signing(...further),
    },
  );
}

const A = { only: [unit('A')] };
const NOT_A = { never: [unit('A')] };
const ROWS: readonly Row[] = [
  ['valid', 'the issuer may certify names below one, and does', [A], 'A'],
  ['invalid', 'the issuer certifies another', [A], 'B'],
  ['invalid', 'the same, in a second name', [A], 'A', unit('B')],
  ['valid', 'both names are below', [A], 'A', unit('A')],
  ['valid', 'the issuer may certify below either of two', [{ only: [unit('A'), unit('B')] }], 'A'],
  ['valid', 'the same, below the second', [{ only: [unit('A'), unit('B')] }], 'B'],
  ['invalid', 'the issuer may certify none below one, and does', [NOT_A], 'A'],
  [
    'invalid',
    'the issuer may certify below neither of two',
    [{ never: [unit('A'), unit('B')] }],
    'A',
  ],
  ['invalid', 'the same, below the second', [{ never: [unit('A'), unit('B')] }], 'B'],
  ['invalid', 'below one, which another rule excludes', [{ ...A, ...NOT_A }], 'A'],
  ['valid', 'below one, and none of another', [{ ...A, never: [unit('B')] }], 'A'],
  [
    'invalid',
    'the second issuer may certify less, and does otherwise',
    [{ only: [unit('A'), unit('B')] }, A],
    'B',
  ],
  ['invalid', 'the second issuer would allow more', [A, { only: [unit('A'), unit('B')] }], 'B'],
  [
    'valid',
    'the second issuer would allow more, and does not use it',
    [A, { only: [unit('A'), unit('B')] }],
    'A',
  ],
  ['invalid', 'the first excludes one, the second another', [NOT_A, { never: [unit('B')] }], 'B'],
  ['invalid', 'the same, below the first', [NOT_A, { never: [unit('B')] }], 'A'],
  ['invalid', 'the first excludes what the second allows', [NOT_A, A], 'A'],
  ['valid', 'the second issuer says nothing', [A, {}], 'A'],
  ['valid', 'the issuer has issued itself', [A, { isSelfIssued: true }], 'A', unit('A')],
  ['invalid', 'the same, and the signer has another name', [A, { isSelfIssued: true }], 'B'],
  [
    'valid',
    'mail addresses of one host',
    [{ only: [mail('mail.example')] }],
    'A',
    mail('x@mail.example'),
  ],
  [
    'invalid',
    'an address of a host below it',
    [{ only: [mail('mail.example')] }],
    'A',
    mail('x@in.mail.example'),
  ],
  [
    'valid',
    'mail addresses of hosts below one',
    [{ only: [mail('.mail.example')] }],
    'A',
    mail('x@in.mail.example'),
  ],
  [
    'invalid',
    'an address of the host itself',
    [{ only: [mail('.mail.example')] }],
    'A',
    mail('x@mail.example'),
  ],
  [
    'valid',
    'no mail addresses of one host, and of another one',
    [{ never: [mail('mail.example')] }],
    'A',
    mail('x@other.example'),
  ],
  [
    'invalid',
    'the same, and of that one',
    [{ never: [mail('mail.example')] }],
    'A',
    mail('x@mail.example'),
  ],
  [
    'valid',
    'a name and a mail address, both allowed',
    [{ only: [unit('A'), mail('mail.example')] }],
    'A',
    mail('x@mail.example'),
  ],
  [
    'invalid',
    'the name is another',
    [{ only: [unit('A'), mail('mail.example')] }],
    'B',
    mail('x@mail.example'),
  ],
  [
    'invalid',
    'the address is another',
    [{ only: [unit('A'), mail('mail.example')] }],
    'A',
    mail('x@other.example'),
  ],
  ['valid', 'hosts below one', [{ only: [host('host.example')] }], 'A', host('in.host.example')],
  ['invalid', 'another host', [{ only: [host('host.example')] }], 'A', host('other.example')],
  [
    'valid',
    'no host below one, and another one',
    [{ never: [host('host.example')] }],
    'A',
    host('other.example'),
  ],
  [
    'invalid',
    'the same, and below that one',
    [{ never: [host('host.example')] }],
    'A',
    host('in.host.example'),
  ],
  [
    'valid',
    'addresses of hosts below one',
    [{ only: [address('.host.example')] }],
    'A',
    address('http://in.host.example/a'),
  ],
  [
    'invalid',
    'an address of another host',
    [{ only: [address('.host.example')] }],
    'A',
    address('http://other.example/a'),
  ],
  [
    'valid',
    'no address of one host, and of another one',
    [{ never: [address('host.example')] }],
    'A',
    address('http://other.example/a'),
  ],
  [
    'invalid',
    'the same, and of that one',
    [{ never: [address('host.example')] }],
    'A',
    address('http://host.example/a'),
  ],
  [
    'invalid',
    'a host whose name only ends so',
    [{ only: [host('host.example')] }],
    'A',
    host('myhost.example'),
  ],
];

/** Our verifier refuses name constraints even if the names satisfy them. */
export const PKITS_NAMES: readonly PathCase[] = ROWS.map(
  ([published, what, issuers, signer, ...more], index): PathCase => ({
    id: `4.13.${index + 1}`,
    what,
    published,
    ...(published === 'valid' && { differs: 'constraints' }),
    lay: () => laidOut(issuers, signer, more),
  }),
);
