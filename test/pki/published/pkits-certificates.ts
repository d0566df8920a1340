import {
  AttributeTypeAndValue,
  AttributeValue,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  type TBSCertificate,
  Time,
} from '@peculiar/asn1-x509';
import {
  anchor,
  certified,
  constraints,
  dsaKey,
  extension,
  type Holder,
  ISSUING,
  inDays,
  issuing,
  listBy,
  named,
  signing,
  usage,
} from './laboratory.ts';
import {
  invalid,
  type JudgedPath,
  line,
  lineWithLists,
  type PathCase,
  valid,
  withLists,
} from './path-case.ts';

const NULL = Uint8Array.of(5, 0).buffer;

const SIGNATURES: PathCase[] = [
  valid('4.1.1', 'an issuer and a signer below the anchor', () => lineWithLists({}, {})),
  invalid('4.1.2', 'the issuer’s signature is wrong', () => lineWithLists({ spoilt: true }, {})),
  invalid('4.1.3', 'the signer’s signature is wrong', () => lineWithLists({}, { spoilt: true })),
  valid(
    '4.1.4',
    'the issuer has a DSA key',
    () => lineWithLists({ key: dsaKey() }, {}),
    'algorithm',
  ),
  valid(
    '4.1.5',
    'a DSA key below another',
    () => lineWithLists({ key: dsaKey() }, { key: dsaKey() }),
    'algorithm',
  ),
  invalid('4.1.6', 'a DSA signature is wrong', () =>
    lineWithLists({ key: dsaKey() }, { spoilt: true }),
  ),
];

const LONG_AGO = new Date('1950-01-01T12:01:00Z');
const generalized = (date: Date) => new Time({ generalTime: date });

const VALIDITY: PathCase[] = [
  invalid('4.2.1', 'the issuer is not valid yet', () => lineWithLists({ from: inDays(1) }, {})),
  invalid('4.2.2', 'the signer is not valid yet', () => lineWithLists({}, { from: inDays(1) })),
  valid('4.2.3', 'the signer is valid since 1950, as UTCTime', () =>
    lineWithLists({}, { from: new Time({ utcTime: LONG_AGO }) }),
  ),
  valid('4.2.4', 'the signer is valid since a GeneralizedTime', () =>
    lineWithLists({}, { from: generalized(inDays(-9)) }),
  ),
  invalid('4.2.5', 'the issuer has run out', () => lineWithLists({ to: inDays(-1) }, {})),
  invalid('4.2.6', 'the signer has run out', () => lineWithLists({}, { to: inDays(-1) })),
  invalid('4.2.7', 'the signer ran out in 1999, as UTCTime', () =>
    lineWithLists(
      {},
      { from: LONG_AGO, to: new Time({ utcTime: new Date('1999-01-01T12:01:00Z') }) },
    ),
  ),
  valid('4.2.8', 'the signer runs out in 2050, as GeneralizedTime', () =>
    lineWithLists({}, { to: generalized(new Date('2050-01-01T12:01:00Z')) }),
  ),
];

const CN = '2.5.4.3';
const one = (type: string, value: Partial<AttributeValue>) =>
  new RelativeDistinguishedName([
    new AttributeTypeAndValue({ type, value: new AttributeValue(value) }),
  ]);
const nameOf = (...parts: readonly [string, Partial<AttributeValue>][]) =>
  new Name(parts.map(([type, value]) => one(type, value)));

/** The issuer's subject differs from the issuer name in the signer's certificate. */
const calledOtherwise = (name: Name, issuerName: Name): JudgedPath =>
  lineWithLists({ name }, { issuerName });

const country = ['2.5.4.6', { printableString: 'US' }] as [string, Partial<AttributeValue>];
const printable = (text: string): Name => nameOf(country, [CN, { printableString: text }]);
const utf8 = (text: string): Name => nameOf(country, [CN, { utf8String: text }]);

const attributes = (...types: readonly string[]): Name =>
  nameOf(
    ...types.map((type): [string, Partial<AttributeValue>] => [type, { printableString: 'Value' }]),
  );

function withUniqueId(tbs: TBSCertificate): void {
  tbs.subjectUniqueID = Uint8Array.of(1, 2, 3).buffer;
}

const NAMES: PathCase[] = [
  invalid('4.3.1', 'the signer names another issuer', () =>
    lineWithLists({}, { issuerName: named('Other') }),
  ),
  invalid('4.3.2', 'the signer names the parts of its issuer’s name in another order', () => {
    const parts = [
      ['2.5.4.11', 'Unit 1'],
      ['2.5.4.11', 'Unit 2'],
    ] as const;
    const [straight, turned] = [parts, parts.toReversed()].map((order) =>
      nameOf(
        ...order.map(([type, text]): [string, Partial<AttributeValue>] => [
          type,
          { printableString: text },
        ]),
      ),
    );
    return calledOtherwise(straight!, turned!);
  }),
  valid(
    '4.3.3',
    'the signer names its issuer with two spaces for one',
    () => calledOtherwise(printable('Good CA'), printable('Good  CA')),
    'names',
  ),
  valid(
    '4.3.4',
    'the signer names its issuer with spaces around',
    () => calledOtherwise(printable('Good CA'), printable(' Good CA ')),
    'names',
  ),
  valid(
    '4.3.5',
    'the signer names its issuer in capitals',
    () => calledOtherwise(printable('Good CA'), printable('GOOD CA')),
    'names',
  ),
  valid('4.3.6', 'the issuer has a unique identifier', () =>
    lineWithLists({ change: withUniqueId }, {}),
  ),
  valid('4.3.7', 'names of domain components and a serial number', () =>
    lineWithLists(
      {
        name: nameOf(
          ['0.9.2342.19200300.100.1.25', { ia5String: 'example' }],
          ['2.5.4.5', { printableString: '345' }],
        ),
      },
      {},
    ),
  ),
  valid(
    '4.3.8',
    'names of locality, title, surname, given name, initials, pseudonym, generation',
    () =>
      lineWithLists(
        {
          name: attributes(
            '2.5.4.7',
            '2.5.4.12',
            '2.5.4.4',
            '2.5.4.42',
            '2.5.4.43',
            '2.5.4.65',
            '2.5.4.44',
          ),
        },
        {},
      ),
  ),
  valid('4.3.9', 'names as UTF8String', () =>
    lineWithLists({ name: utf8('Good CA') }, { name: utf8('Signer') }),
  ),
  valid(
    '4.3.10',
    'the issuer’s name has gone from PrintableString to UTF8String',
    () => calledOtherwise(printable('Good CA'), utf8('Good CA')),
    'names',
  ),
  valid(
    '4.3.11',
    'the signer names its issuer with other spaces and capitals, as UTF8String',
    () => calledOtherwise(utf8('Good CA'), utf8('  good   ca')),
    'names',
  ),
];

type Which = 'upper' | 'lower';

/** An authority with two keys: one issued the signer's certificate, the other signs the revocation list. */
function rolledOver(issuer: Which, lists: Which, isRevoked = false): JudgedPath {
  const [upper] = line({ name: 'Rolled' }, {}) as [Holder];
  const lower = certified(upper, { name: 'Rolled', extensions: issuing() });
  const keys = { upper, lower };
  const signer = certified(keys[issuer], { extensions: signing() });
  const revoked = isRevoked ? [{ serial: signer.serial }] : [];
  const last = listBy(keys[lists], { revoked });
  return {
    certificate: signer.certificate,
    others: [upper.certificate, lower.certificate],
    lists: [listBy(anchor), ...(issuer === 'lower' ? [listBy(upper)] : []), last],
  };
}

/** An issuer whose lists are signed by a second key under the same name, certified by the first. */
function ownListKey({
  revoked = false,
  flags = KeyUsageFlags.cRLSign,
}: {
  revoked?: boolean;
  flags?: number;
}): JudgedPath {
  const [authority] = line(
    { name: 'Apart', extensions: [constraints({ cA: true }), usage(KeyUsageFlags.keyCertSign)] },
    {},
  );
  const forLists = certified(authority, { name: 'Apart', extensions: [usage(flags)] });
  const signer = certified(authority, { extensions: signing() });
  const entries = revoked ? [{ serial: signer.serial }] : [];
  return {
    certificate: signer.certificate,
    others: [authority!.certificate, forLists.certificate],
    lists: [listBy(anchor), listBy(forLists, { revoked: entries })],
  };
}

const SELF_ISSUED: PathCase[] = [
  valid(
    '4.5.1',
    'an old key, certified by the new one, has issued the signer; the new one signs the list',
    () => rolledOver('lower', 'upper'),
    'own key',
  ),
  invalid('4.5.2', 'the same, and the list names the signer', () =>
    rolledOver('lower', 'upper', true),
  ),
  valid(
    '4.5.3',
    'a new key, certified by the old one, has issued the signer and signs the list',
    () => rolledOver('lower', 'lower'),
  ),
  valid(
    '4.5.4',
    'the old key has issued the signer; the new one, certified by it, signs the list',
    () => rolledOver('upper', 'lower'),
    'own key',
  ),
  invalid('4.5.5', 'the same, and the list names the signer', () =>
    rolledOver('upper', 'lower', true),
  ),
  valid('4.5.6', 'a key of the same name for lists alone', () => ownListKey({}), 'own key'),
  invalid('4.5.7', 'the same, and the list names the signer', () => ownListKey({ revoked: true })),
  invalid('4.5.8', 'a key of the same name for lists alone has issued the signer', () => {
    const [authority] = line({ name: 'Apart' }, {});
    const forLists = certified(authority, {
      name: 'Apart',
      extensions: [usage(KeyUsageFlags.cRLSign)],
    });
    const signer = certified(forLists, { extensions: signing() });
    return withLists([authority!, forLists, signer]);
  }),
];

const limited = (...limits: readonly (number | undefined)[]): JudgedPath =>
  lineWithLists(...limits.map((limit) => ({ extensions: issuing(limit) })), {});
/** The end entity is a CA as well. */
const limitedTo = (limit: number, ...further: readonly number[]): JudgedPath =>
  lineWithLists(...[limit, ...further].map((each) => ({ extensions: issuing(each) })), {
    extensions: issuing(),
  });

/** A self-issued certificate of an issuer, and a chain below it. */
function selfIssuedUnder(limit: number, ...further: readonly ('issuer' | 'self')[]): JudgedPath {
  const holders = line({ name: 'Limited', extensions: issuing(limit) }, {}).slice(0, 1);
  for (const kind of ['self', ...further] as const) {
    const last = holders.at(-1)!;
    holders.push(
      certified(last, {
        name: kind === 'self' ? last.name : `Below ${holders.length}`,
        extensions: issuing(),
      }),
    );
  }
  holders.push(certified(holders.at(-1)!, { extensions: signing() }));
  return withLists(holders);
}

const CONSTRAINTS: PathCase[] = [
  invalid('4.6.1', 'the issuer does not say that it is one', () =>
    lineWithLists({ extensions: [usage(ISSUING)] }, {}),
  ),
  invalid('4.6.2', 'the issuer says, as critical, that it is none', () =>
    lineWithLists({ extensions: [constraints({ cA: false }), usage(ISSUING)] }, {}),
  ),
  invalid('4.6.3', 'the issuer says that it is none', () =>
    lineWithLists({ extensions: [constraints({ cA: false }, false), usage(ISSUING)] }, {}),
  ),
  valid('4.6.4', 'the issuer says that it is one, though not as critical', () =>
    lineWithLists({ extensions: [constraints({ cA: true }, false), usage(ISSUING)] }, {}),
  ),
  invalid('4.6.5', 'an issuer below one that may have none below it', () => limited(0, undefined)),
  invalid('4.6.6', 'the same, where the last one may issue itself', () => limitedTo(0, 0)),
  valid('4.6.7', 'an issuer that may have none below it', () => limited(0)),
  valid('4.6.8', 'the same, where the last one may issue itself', () => limitedTo(0)),
  invalid('4.6.9', 'of limits 6, 0, 0 the second is passed', () => limited(6, 0, 0)),
  invalid('4.6.10', 'the same, where the last one may issue itself', () => limitedTo(6, 0, 0)),
  invalid('4.6.11', 'of limits 6, 1, 1, 0 the second is passed', () => limited(6, 1, 1, 0)),
  invalid('4.6.12', 'the same, where the last one may issue itself', () => limitedTo(6, 1, 1, 0)),
  valid('4.6.13', 'limits 6, 4, 1 and 0 are kept', () => limited(6, 4, 1, 0)),
  valid('4.6.14', 'the same, where the last one may issue itself', () => limitedTo(6, 4, 1, 0)),
  valid('4.6.15', 'one that may have none below it has certified itself anew', () =>
    selfIssuedUnder(0),
  ),
  invalid('4.6.16', 'the same, with another issuer below', () => selfIssuedUnder(0, 'issuer')),
  valid('4.6.17', 'limit 1, and both issuers have certified themselves anew', () =>
    selfIssuedUnder(1, 'issuer', 'self'),
  ),
];

const allowed = (flags: number, critical: boolean) =>
  lineWithLists({ extensions: [constraints({ cA: true }), usage(flags, critical)] }, {});

const USAGES: PathCase[] = [
  invalid('4.7.1', 'the issuer’s key is not for certificates, as critical', () =>
    allowed(KeyUsageFlags.cRLSign, true),
  ),
  invalid('4.7.2', 'the issuer’s key is not for certificates', () =>
    allowed(KeyUsageFlags.cRLSign, false),
  ),
  valid('4.7.3', 'the issuer’s key is for both, though not as critical', () =>
    allowed(ISSUING, false),
  ),
  invalid('4.7.4', 'the issuer’s key is not for lists, as critical', () =>
    allowed(KeyUsageFlags.keyCertSign, true),
  ),
  invalid('4.7.5', 'the issuer’s key is not for lists', () =>
    allowed(KeyUsageFlags.keyCertSign, false),
  ),
];

const PRIVATE: PathCase[] = [
  valid('4.16.1', 'the signer has an extension that nobody knows', () =>
    lineWithLists({}, { extensions: signing(extension('2.16.840.1.101.2.1.12.2', NULL)) }),
  ),
  invalid('4.16.2', 'the same, as critical', () =>
    lineWithLists({}, { extensions: signing(extension('2.16.840.1.101.2.1.12.2', NULL, true)) }),
  ),
];

export const PKITS_CERTIFICATES: readonly PathCase[] = [
  ...SIGNATURES,
  ...VALIDITY,
  ...NAMES,
  ...SELF_ISSUED,
  ...CONSTRAINTS,
  ...USAGES,
  ...PRIVATE,
];
