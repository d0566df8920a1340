import {
  CertificatePolicies,
  type Extension,
  InhibitAnyPolicy,
  id_ce_certificatePolicies,
  id_ce_inhibitAnyPolicy,
  id_ce_policyConstraints,
  id_ce_policyMappings,
  PolicyConstraints,
  PolicyInformation,
  PolicyMapping,
  PolicyMappings,
  PolicyQualifierInfo,
} from '@peculiar/asn1-x509';
import { type CertificateFacts, extension, issuing, signing } from './laboratory.ts';
import { invalid, type JudgedPath, lineWithLists, type PathCase, valid } from './path-case.ts';

/**
 * PKITS settings: any policy is acceptable, none is required initially; only the certificates' own requirements
 * count.
 */
type Policy = 1 | 2 | 3 | 4 | 'any';

/** Policy extensions of one certificate; numbers count the certificates that may follow. */
interface Says {
  readonly policies?: readonly Policy[];
  readonly explicit?: number;
  readonly noMapping?: number;
  readonly noAny?: number;
  readonly maps?: readonly (readonly [Policy, Policy])[];
  readonly notice?: string;
  /** Has the same name as its issuer (self-issued). */
  readonly isSelfIssued?: true;
}

const oidOf = (policy: Policy): string =>
  policy === 'any' ? '2.5.29.32.0' : `2.16.840.1.101.3.2.1.48.${policy}`;

const short = (count: number): ArrayBuffer => Uint8Array.of(count).buffer;

/** A policy qualifier with this text. */
function qualifiers(notice: string) {
  const text = new TextEncoder().encode(notice);
  const ia5 = Uint8Array.of(0x16, 0x81, text.length, ...text);
  return [
    new PolicyQualifierInfo({ policyQualifierId: '1.3.6.1.5.5.7.2.1', qualifier: ia5.buffer }),
  ];
}

const asserted = ({ policies, notice }: Says): Extension[] =>
  policies
    ? [
        extension(
          id_ce_certificatePolicies,
          new CertificatePolicies(
            policies.map(
              (policy) =>
                new PolicyInformation({
                  policyIdentifier: oidOf(policy),
                  ...(notice && { policyQualifiers: qualifiers(notice) }),
                }),
            ),
          ),
        ),
      ]
    : [];

function required({ explicit, noMapping, noAny, maps }: Says): Extension[] {
  const limits = new PolicyConstraints({
    ...(explicit !== undefined && { requireExplicitPolicy: short(explicit) }),
    ...(noMapping !== undefined && { inhibitPolicyMapping: short(noMapping) }),
  });
  const mapped = (maps ?? []).map(([issuer, subject]) =>
    Object.assign(new PolicyMapping(), {
      issuerDomainPolicy: oidOf(issuer),
      subjectDomainPolicy: oidOf(subject),
    }),
  );
  return [
    ...(explicit !== undefined || noMapping !== undefined
      ? [extension(id_ce_policyConstraints, limits, true)]
      : []),
    ...(noAny !== undefined
      ? [extension(id_ce_inhibitAnyPolicy, new InhibitAnyPolicy(short(noAny)), true)]
      : []),
    ...(maps ? [extension(id_ce_policyMappings, new PolicyMappings(mapped), true)] : []),
  ];
}

const saying = (...all: readonly Says[]): JudgedPath =>
  lineWithLists(
    ...all.map((says, index): CertificateFacts => {
      const isSigner = index === all.length - 1;
      const further = [...asserted(says), ...required(says)];
      const named = (at: number): string => (all[at]?.isSelfIssued ? named(at - 1) : `Level ${at}`);
      return {
        name: isSigner ? 'Signer' : named(index),
        extensions: isSigner ? signing(...further) : issuing(undefined, ...further),
      };
    }),
  );

const p = (...policies: readonly Policy[]): Says => ({ policies });
const none: Says = {};
const self = (says: Says = {}): Says => ({ ...says, isSelfIssued: true });

type Row = readonly ['valid' | 'invalid', what: string, ...says: Says[]];

/** Our verifier refuses certificates that require a policy, even if it is present. */
const cases = (section: string, rows: readonly Row[]): PathCase[] =>
  rows.map(([published, what, ...says], index) => {
    const id = `${section}.${index + 1}`;
    const isPlain = says.every((each) => required(each).length === 0);
    const lay = () => saying(...says);
    if (published === 'invalid') return invalid(id, what, lay);
    return isPlain ? valid(id, what, lay) : valid(id, what, lay, 'constraints');
  });

const long = 'x'.repeat(220);

const POLICIES = cases('4.8', [
  ['valid', 'one policy in all', p(1), p(1)],
  ['valid', 'no policies', none, none],
  ['valid', 'policies that differ', p(1), p(2), p(2)],
  [
    'invalid',
    'the signer has another policy than its issuers, who require one',
    p(1),
    { ...p(1), explicit: 0 },
    p(2),
  ],
  [
    'invalid',
    'the second issuer requires a policy, and has another than the first',
    p(1),
    { ...p(2), explicit: 0 },
    p(1),
  ],
  [
    'valid',
    'policies become fewer from one to the next, and one is required',
    { ...p(1, 2, 3, 4), explicit: 0 },
    p(1, 2, 3),
    p(1, 2),
    p(1),
  ],
  [
    'invalid',
    'the same, and the signer has another',
    { ...p(1, 2, 3), explicit: 0 },
    p(1, 2),
    p(1),
    p(2),
  ],
  [
    'invalid',
    'an issuer has a policy that the one before had not',
    { ...p(1, 2), explicit: 0 },
    p(1),
    p(2),
    p(2),
  ],
  ['invalid', 'the same, further down', { ...p(1, 2, 3), explicit: 0 }, p(1, 2), p(2), p(1), p(1)],
  ['valid', 'two policies in all, and one is required', { ...p(1, 2), explicit: 0 }, p(1, 2)],
  ['valid', 'any policy in all, and one is required', { ...p('any'), explicit: 0 }, p('any')],
  ['invalid', 'one is required, and the signer has another', { ...p(3), explicit: 0 }, p(4)],
  [
    'valid',
    'three policies in all, and one is required',
    { ...p(1, 2, 3), explicit: 0 },
    p(1, 2, 3),
  ],
  [
    'valid',
    'the issuer has any policy, the signer one, which is required',
    { ...p('any'), explicit: 0 },
    p(1),
  ],
  ['valid', 'a notice with the policy', { ...p(1), notice: 'q1' }],
  ['valid', 'a notice with the signer’s policy', p(1), { ...p(1), notice: 'q1' }],
  ['valid', 'notices with a policy and with any', p(1), { ...p(1, 'any'), notice: 'q3' }],
  [
    'valid',
    'notices with two policies, of which one is required',
    { ...p(1, 2), explicit: 0 },
    { ...p(1, 2), notice: 'q4' },
  ],
  ['valid', 'a notice that is longer than it may be', { ...p(1), notice: long }],
  [
    'valid',
    'the address of a statement of practice',
    p(1),
    { ...p(1), notice: 'http://example.com/cps' },
  ],
]);

const EXPLICIT = cases('4.9', [
  ['valid', 'a policy is required after ten more', { explicit: 10 }, none, none, none, none],
  ['valid', 'a policy is required after five more', { explicit: 5 }, none, none, none, none],
  [
    'invalid',
    'a policy is required after four more, and the signer has none',
    { explicit: 4 },
    none,
    none,
    none,
    none,
  ],
  [
    'valid',
    'a policy is required at once, and all have it',
    { ...p(1), explicit: 0 },
    p(1),
    p(1),
    p(1),
    p(1),
  ],
  [
    'invalid',
    'after seven, then two, then four more, and the signer has none',
    { explicit: 7 },
    { explicit: 2 },
    { explicit: 4 },
    none,
    none,
  ],
  ['valid', 'after two more; a self-issued one does not count', { explicit: 2 }, self(), none],
  ['invalid', 'the same, with another issuer below', { explicit: 2 }, self(), none, none],
  [
    'invalid',
    'the same, where that has issued itself too',
    { explicit: 2 },
    self(),
    none,
    self(),
    none,
  ],
]);

const MAPPINGS = cases('4.10', [
  ['valid', 'a policy is mapped to the signer’s', { ...p(1), explicit: 0, maps: [[1, 2]] }, p(2)],
  [
    'invalid',
    'a policy is mapped, and the signer has the unmapped one',
    { ...p(1), explicit: 0, maps: [[1, 2]] },
    p(1),
  ],
  [
    'valid',
    'a policy is mapped twice, one issuer after another',
    { ...p(1, 2), explicit: 0, maps: [[1, 3]] },
    { ...p(2, 3), maps: [[2, 4]] },
    p(4),
  ],
  [
    'invalid',
    'the same, and the signer has a policy of neither',
    { ...p(1, 2), explicit: 0, maps: [[1, 3]] },
    p(2),
    p(3),
  ],
  [
    'valid',
    'a policy is mapped, and back by the next issuer',
    { ...p(1), explicit: 0, maps: [[1, 2]] },
    { ...p(2), maps: [[2, 1]] },
    p(1),
  ],
  [
    'valid',
    'a policy is mapped, and on by the next issuer',
    { ...p(1), explicit: 0, maps: [[1, 2]] },
    { ...p(2), maps: [[2, 3]] },
    p(3),
  ],
  ['invalid', 'any policy is mapped', { ...p('any'), maps: [['any', 1]] }, p(1)],
  ['invalid', 'a policy is mapped to any', { ...p(1), maps: [[1, 'any']] }, p(1)],
  ['valid', 'an issuer of any policy maps one', { ...p('any'), explicit: 0, maps: [[1, 2]] }, p(1)],
  [
    'invalid',
    'the same, below one of a single policy',
    { ...p(1), explicit: 0 },
    { ...p('any'), maps: [[1, 2]] },
    p(1),
  ],
  [
    'valid',
    'the same, and the signer has the mapped one',
    { ...p(1), explicit: 0 },
    { ...p('any'), maps: [[1, 2]] },
    p(2),
  ],
  [
    'valid',
    'two policies are mapped, with notices',
    { ...p(1, 2), explicit: 0, maps: [[1, 3]], notice: 'q5' },
    { ...p(3), notice: 'q6' },
  ],
  [
    'valid',
    'an issuer of one policy and any maps it',
    { ...p(1, 'any'), explicit: 0, maps: [[1, 2]], notice: 'q7' },
    p(2),
  ],
  [
    'valid',
    'the same, and the signer has the unmapped one',
    { ...p(1, 'any'), explicit: 0, maps: [[1, 2]], notice: 'q7' },
    p(1),
  ],
]);

const INHIBITED = cases('4.11', [
  [
    'invalid',
    'no more mapping, and the next one maps',
    { ...p(1), explicit: 0, noMapping: 0 },
    { ...p(1), maps: [[1, 2]] },
    p(2),
  ],
  [
    'valid',
    'no mapping after one more, and the next one maps',
    { ...p(1, 2), explicit: 0, noMapping: 1 },
    { ...p(1, 2), maps: [[1, 3]] },
    p(3),
  ],
  [
    'invalid',
    'the same, and the one after maps as well',
    { ...p(1, 2), explicit: 0, noMapping: 1 },
    { ...p(1, 2), maps: [[1, 3]] },
    { ...p(3), maps: [[3, 4]] },
    p(4),
  ],
  [
    'valid',
    'the same, and the signer has a policy that is not mapped',
    { ...p(1, 2), explicit: 0, noMapping: 1 },
    { ...p(1, 2), maps: [[1, 3]] },
    { ...p(2, 3), maps: [[3, 4]] },
    p(2),
  ],
  [
    'invalid',
    'no mapping after five more, then after one',
    { ...p(1), explicit: 0, noMapping: 5 },
    { ...p(1), noMapping: 1 },
    p(1),
    { ...p(1), maps: [[1, 2]] },
    p(2),
  ],
  [
    'invalid',
    'no mapping after one more, then after five',
    { ...p(1), explicit: 0, noMapping: 1 },
    { ...p(1), noMapping: 5 },
    { ...p(1), maps: [[1, 2]] },
    p(2),
  ],
  [
    'valid',
    'no mapping after one more; a self-issued one does not count',
    { ...p(1), explicit: 0, noMapping: 1 },
    self(p(1)),
    { ...p(1), maps: [[1, 2]] },
    p(2),
  ],
  [
    'invalid',
    'the same, and one more maps',
    { ...p(1), explicit: 0, noMapping: 1 },
    self(p(1)),
    p(1),
    { ...p(1), maps: [[1, 2]] },
    p(2),
  ],
  [
    'invalid',
    'the same, where that has issued itself too',
    { ...p(1), explicit: 0, noMapping: 1 },
    self(p(1)),
    p(1),
    self({ ...p(1), maps: [[1, 2]] }),
    p(2),
  ],
  [
    'invalid',
    'a self-issued one maps where none may',
    { ...p(1), explicit: 0, noMapping: 0 },
    self({ ...p(1), maps: [[1, 2]] }),
    p(2),
  ],
  [
    'invalid',
    'the same, below an issuer of another name',
    { ...p(1), explicit: 0, noMapping: 1 },
    p(1),
    self({ ...p(1), maps: [[1, 2]] }),
    p(2),
  ],
]);

const ANY = cases('4.12', [
  [
    'invalid',
    'any policy counts no more, and the signer has no other',
    { ...p(1), explicit: 0, noAny: 0 },
    p('any'),
  ],
  ['valid', 'the same, and the signer has one', { ...p(1), explicit: 0, noAny: 0 }, p('any', 1)],
  [
    'valid',
    'any policy counts for one more, and the next has it',
    { ...p(1), explicit: 0, noAny: 1 },
    p('any'),
    p(1),
  ],
  [
    'invalid',
    'the same, and the signer has it too',
    { ...p(1), explicit: 0, noAny: 1 },
    p('any'),
    p('any'),
  ],
  [
    'invalid',
    'for five more, then for one',
    { ...p(1), explicit: 0, noAny: 5 },
    { ...p(1), noAny: 1 },
    p('any'),
    p('any'),
  ],
  [
    'invalid',
    'for one more, then for five',
    { ...p(1), explicit: 0, noAny: 1 },
    { ...p(1), noAny: 5 },
    p('any'),
  ],
  [
    'valid',
    'for one more; a self-issued one does not count',
    { ...p(1), explicit: 0, noAny: 1 },
    self(p(1)),
    p('any'),
    p(1),
  ],
  [
    'invalid',
    'the same, and one more has it',
    { ...p(1), explicit: 0, noAny: 1 },
    self(p(1)),
    p('any'),
    p('any'),
    p(1),
  ],
  [
    'valid',
    'the same, where that has issued itself',
    { ...p(1), explicit: 0, noAny: 1 },
    self(p(1)),
    p('any'),
    self(p('any')),
    p(1),
  ],
  [
    'invalid',
    'the same, and the signer has it',
    { ...p(1), explicit: 0, noAny: 1 },
    self(p(1)),
    p('any'),
    p('any'),
  ],
]);

export const PKITS_POLICIES: readonly PathCase[] = [
  ...POLICIES,
  ...EXPLICIT,
  ...MAPPINGS,
  ...INHIBITED,
  ...ANY,
];
