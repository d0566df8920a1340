import {
  AttributeTypeAndValue,
  AttributeValue,
  BaseCRLNumber,
  CertificateIssuer,
  CRLReason,
  CRLReasons,
  DistributionPointName,
  GeneralName,
  IssuingDistributionPoint,
  id_ce_certificateIssuer,
  id_ce_cRLReasons,
  id_ce_deltaCRLIndicator,
  id_ce_issuingDistributionPoint,
  KeyUsageFlags,
  type Name,
  Reason,
  ReasonFlags,
  RelativeDistinguishedName,
  Time,
  Name as X501Name,
} from '@peculiar/asn1-x509';
import {
  anchor,
  atAddress,
  atName,
  type CertificateFacts,
  certified,
  constraints,
  extension,
  type Holder,
  inDays,
  issuing,
  type ListFacts,
  listBy,
  named,
  point,
  pointsBeside,
  signing,
  usage,
} from './laboratory.ts';
import { invalid, type JudgedPath, line, type PathCase, valid, withLists } from './path-case.ts';

const NULL = Uint8Array.of(5, 0).buffer;
const UNKNOWN = extension('2.16.840.1.101.2.1.12.2', NULL, true);

type Pair = readonly [authority: Holder, signer: Holder];
const pair = (signer: CertificateFacts = {}, authority: CertificateFacts = {}) =>
  line(authority, signer) as unknown as Pair;

/** An issuer's list with these facts, or none. */
function withList(
  facts: (holders: Pair) => ListFacts | undefined,
  signer: CertificateFacts = {},
): JudgedPath {
  const [authority, person] = pair(signer);
  const given = facts([authority, person]);
  return withLists(
    [authority, person],
    [listBy(anchor), ...(given ? [listBy(authority, given)] : [])],
  );
}

const entryOf = ({ serial }: Holder, ...extensions: readonly ReturnType<typeof extension>[]) => ({
  serial,
  ...(extensions.length > 0 && { extensions }),
});

const negative = Uint8Array.of(0xff);
const long = (last: number) =>
  Uint8Array.from({ length: 20 }, (_, at) => (at === 19 ? last : 0x7f));

/** Lists signed by another key under the issuer's name. */
function otherListKey(isRevoked: boolean, isCertified: boolean): JudgedPath {
  const facts = {
    name: 'Apart',
    extensions: [constraints({ cA: true }), usage(KeyUsageFlags.keyCertSign)],
  };
  const [authority, signer] = pair({}, facts);
  const by = isCertified ? anchor : authority;
  const forLists = certified(by, { name: 'Apart', extensions: [usage(KeyUsageFlags.cRLSign)] });
  const revoked = isRevoked ? [entryOf(signer)] : [];
  return {
    ...withLists([authority, signer], [listBy(anchor), listBy(forLists, { revoked })]),
    others: [authority.certificate, forLists.certificate],
  };
}

const BASIC: PathCase[] = [
  invalid('4.4.1', 'the issuer has no list', () => withList(() => undefined)),
  invalid('4.4.2', 'the anchor’s list names the issuer', () => {
    const [authority, signer] = pair();
    return withLists(
      [authority, signer],
      [listBy(anchor, { revoked: [entryOf(authority)] }), listBy(authority)],
    );
  }),
  invalid('4.4.3', 'the list names the signer', () =>
    withList(([, signer]) => ({ revoked: [entryOf(signer)] })),
  ),
  invalid('4.4.4', 'the list’s signature is wrong', () => withList(() => ({ spoilt: true }))),
  invalid('4.4.5', 'the list is by the issuer’s key under another name', () =>
    withList(() => ({ name: named('Other') })),
  ),
  invalid('4.4.6', 'the list at hand is another issuer’s', () => {
    const holders = pair();
    return withLists(holders, [listBy(anchor), listBy(line({}, {})[0]!)]);
  }),
  valid('4.4.7', 'two lists, one of which has a wrong signature', () => {
    const holders = pair();
    const [authority, signer] = holders;
    const wrong = listBy(authority, { revoked: [entryOf(signer)], spoilt: true });
    return withLists(holders, [listBy(anchor), wrong, listBy(authority)]);
  }),
  invalid('4.4.8', 'the signer’s entry has a critical extension that nobody knows', () =>
    withList(([, signer]) => ({ revoked: [entryOf(signer, UNKNOWN)] })),
  ),
  invalid(
    '4.4.9',
    'the list has a critical extension that nobody knows, and names the signer',
    () => withList(([, signer]) => ({ revoked: [entryOf(signer)], extensions: [UNKNOWN] })),
  ),
  invalid('4.4.10', 'the list has a critical extension that nobody knows', () =>
    withList(() => ({ extensions: [UNKNOWN] })),
  ),
  invalid('4.4.11', 'the list has run out', () =>
    withList(() => ({ from: inDays(-60), to: inDays(-30) })),
  ),
  invalid('4.4.12', 'the list ran out in 1999, as UTCTime', () =>
    withList(() => ({
      from: new Time({ utcTime: new Date('1998-01-01T00:00:00Z') }),
      to: new Time({ utcTime: new Date('1999-01-01T00:00:00Z') }),
    })),
  ),
  valid('4.4.13', 'the list runs out in 2050, as GeneralizedTime', () =>
    withList(() => ({ to: new Time({ generalTime: new Date('2050-01-01T00:00:00Z') }) })),
  ),
  valid('4.4.14', 'the list names another negative serial number', () =>
    withList(() => ({ revoked: [{ serial: Uint8Array.of(0xfe) }] }), { serial: negative }),
  ),
  invalid('4.4.15', 'the list names the signer’s negative serial number', () =>
    withList(([, signer]) => ({ revoked: [entryOf(signer)] }), { serial: negative }),
  ),
  valid('4.4.16', 'the list names another serial number of 20 bytes', () =>
    withList(() => ({ revoked: [{ serial: long(1) }] }), { serial: long(2) }),
  ),
  valid('4.4.17', 'the list names a serial number of 20 bytes that begins as the signer’s', () =>
    withList(() => ({ revoked: [{ serial: long(1) }] }), { serial: long(1).subarray(0, 19) }),
  ),
  invalid('4.4.18', 'the list names the signer’s serial number of 20 bytes', () =>
    withList(([, signer]) => ({ revoked: [entryOf(signer)] }), { serial: long(1) }),
  ),
  valid(
    '4.4.19',
    'the list is signed by a key of the issuer’s name that the anchor has certified',
    () => otherListKey(false, true),
    'own key',
  ),
  invalid('4.4.20', 'the same, and it names the signer', () => otherListKey(true, true)),
  invalid(
    '4.4.21',
    'the list is signed by a key of the issuer’s name that the issuer has certified, and names the signer',
    () => otherListKey(true, false),
  ),
];

const scope = (facts: Partial<IssuingDistributionPoint>) =>
  extension(id_ce_issuingDistributionPoint, new IssuingDistributionPoint(facts), true);

const part = (text: string) =>
  new RelativeDistinguishedName([
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new AttributeValue({ utf8String: text }) }),
  ]);
const relative = (text: string) =>
  new DistributionPointName({ nameRelativeToCRLIssuer: part(text) });
/** Full name of a distribution point, relative to its issuer's. */
const below = (issuer: Name, text: string) => atName(new X501Name([...issuer, part(text)]));

const AUTHORITY = named('Scattered');

/** A signer with a distribution point, and a list for one. */
function atPoint(
  theirs: DistributionPointName | undefined,
  ofList: DistributionPointName | undefined,
  isRevoked = false,
): JudgedPath {
  const points = pointsBeside(...(theirs ? [point({ distributionPoint: theirs })] : []));
  const [authority, signer] = pair({ points }, { name: AUTHORITY });
  const extensions = ofList ? [scope({ distributionPoint: ofList })] : [];
  const revoked = isRevoked ? [entryOf(signer)] : [];
  return withLists(
    [authority, signer],
    [listBy(anchor), listBy(authority, { revoked, extensions })],
  );
}

function kindOf(isAuthority: boolean, facts: Partial<IssuingDistributionPoint>): JudgedPath {
  const extensions = isAuthority ? issuing() : signing();
  return withList(() => ({ extensions: [scope(facts)] }), { extensions });
}

const { keyCompromise, cACompromise } = ReasonFlags;
const SOME = new Reason(keyCompromise | cACompromise);
const OTHERS = new Reason(0x1f8);

/** Two lists for different revocation reasons; the signer is on one of them. */
function byReasons(
  reasons: readonly Reason[],
  revokedIn?: number,
  points?: readonly string[],
): JudgedPath {
  const ofSigner =
    points &&
    pointsBeside(
      ...points.map((text, index) =>
        point({ distributionPoint: below(AUTHORITY, text), reasons: reasons[index]! }),
      ),
    );
  const [authority, signer] = pair(ofSigner ? { points: ofSigner } : {}, { name: AUTHORITY });
  const lists = reasons.map((onlySomeReasons, index) => {
    const name = points?.[index];
    const facts = { onlySomeReasons, ...(name && { distributionPoint: below(AUTHORITY, name) }) };
    const reason = extension(id_ce_cRLReasons, new CRLReason(CRLReasons.keyCompromise));
    const revoked = index === revokedIn ? [entryOf(signer, reason)] : [];
    return listBy(authority, { revoked, extensions: [scope(facts)] });
  });
  return withLists([authority, signer], [listBy(anchor), ...lists]);
}

function indirect(facts: (signer: Holder) => ListFacts = () => ({})): JudgedPath {
  const holders = pair();
  const given = facts(holders[1]);
  const extensions = [scope({ indirectCRL: true })];
  return withLists(holders, [listBy(anchor), listBy(holders[0], { ...given, extensions })]);
}

const issuedBy = (name: Name) =>
  extension(
    id_ce_certificateIssuer,
    new CertificateIssuer([new GeneralName({ directoryName: name })]),
    true,
  );

/**
 * An indirect list: the signer's certificate names another authority, certified by the anchor, as its list's
 * issuer.
 */
function elsewhere({
  isRevoked = false,
  isNamed = true,
  isThere = true,
  isIndirect = true,
  at = atName(named('Lists')),
}): JudgedPath {
  const lister = certified(anchor, { name: 'Lists', extensions: [usage(KeyUsageFlags.cRLSign)] });
  const cRLIssuer = [new GeneralName({ directoryName: named('Lists') })];
  const points = pointsBeside(point({ distributionPoint: at, ...(isNamed && { cRLIssuer }) }));
  const [authority, signer] = pair({ points });
  const revoked = isRevoked ? [entryOf(signer, issuedBy(authority.name))] : [];
  const extensions = isIndirect ? [scope({ indirectCRL: true, distributionPoint: at })] : [];
  const lists = isThere ? [listBy(lister, { revoked, extensions })] : [];
  return {
    ...withLists([authority, signer], [listBy(anchor), ...lists]),
    others: [authority.certificate, lister.certificate],
  };
}

const POINTS: PathCase[] = [
  valid('4.14.1', 'the list is for the point that the signer names', () =>
    atPoint(below(AUTHORITY, 'A'), below(AUTHORITY, 'A')),
  ),
  invalid('4.14.2', 'the same, and it names the signer', () =>
    atPoint(below(AUTHORITY, 'A'), below(AUTHORITY, 'A'), true),
  ),
  invalid('4.14.3', 'the list is for another point', () =>
    atPoint(below(AUTHORITY, 'A'), below(AUTHORITY, 'B')),
  ),
  valid('4.14.4', 'the signer names the point relative to the issuer, the list in full', () =>
    atPoint(relative('A'), below(AUTHORITY, 'A')),
  ),
  valid('4.14.5', 'both name the point relative to the issuer', () =>
    atPoint(relative('A'), relative('A')),
  ),
  invalid('4.14.6', 'the same, and the list names the signer', () =>
    atPoint(relative('A'), relative('A'), true),
  ),
  valid('4.14.7', 'the list names the point relative to the issuer, the signer in full', () =>
    atPoint(below(AUTHORITY, 'A'), relative('A')),
  ),
  invalid('4.14.8', 'the list is for another point, relative to the issuer', () =>
    atPoint(below(AUTHORITY, 'A'), relative('B')),
  ),
  invalid('4.14.9', 'the signer does not name the point that the list is for', () =>
    atPoint(undefined, below(AUTHORITY, 'A')),
  ),
  valid('4.14.10', 'the signer names a point, and the list is for all', () =>
    atPoint(below(AUTHORITY, 'A'), undefined),
  ),
  invalid('4.14.11', 'the signer is an authority, the list for users', () =>
    kindOf(true, { onlyContainsUserCerts: true }),
  ),
  invalid('4.14.12', 'the list is for authorities', () =>
    kindOf(false, { onlyContainsCACerts: true }),
  ),
  valid('4.14.13', 'the signer is an authority, the list for authorities', () =>
    kindOf(true, { onlyContainsCACerts: true }),
  ),
  invalid('4.14.14', 'the list is for attribute certificates', () =>
    kindOf(false, { onlyContainsAttributeCerts: true }),
  ),
  invalid('4.14.15', 'of two lists for some reasons each the first names the signer', () =>
    byReasons([SOME, OTHERS], 0),
  ),
  invalid('4.14.16', 'of two lists for some reasons each the second names the signer', () =>
    byReasons([SOME, OTHERS], 1),
  ),
  invalid('4.14.17', 'lists for some of the reasons alone', () => byReasons([SOME, SOME])),
  valid(
    '4.14.18',
    'two lists that together are for all reasons',
    () => byReasons([SOME, OTHERS]),
    'partial list',
  ),
  valid(
    '4.14.19',
    'the same, each at a point of its own',
    () => byReasons([SOME, OTHERS], undefined, ['A', 'B']),
    'partial list',
  ),
  invalid('4.14.20', 'the same, and the first names the signer', () =>
    byReasons([SOME, OTHERS], 0, ['A', 'B']),
  ),
  invalid('4.14.21', 'the same, and the second names the signer', () =>
    byReasons([SOME, OTHERS], 1, ['A', 'B']),
  ),
  valid(
    '4.14.22',
    'the issuer’s list is for others’ certificates too',
    () => indirect(),
    'own key',
  ),
  invalid('4.14.23', 'the same, and it names the signer', () =>
    indirect((signer) => ({ revoked: [entryOf(signer)] })),
  ),
  valid(
    '4.14.24',
    'the same, and it names another issuer’s certificate of the signer’s serial number',
    () => indirect((signer) => ({ revoked: [entryOf(signer, issuedBy(named('Other')))] })),
    'own key',
  ),
  valid(
    '4.14.25',
    'the same, after one of the issuer’s own',
    () =>
      indirect((signer) => ({
        revoked: [{ serial: Uint8Array.of(9) }, entryOf(signer, issuedBy(named('Other')))],
      })),
    'own key',
  ),
  invalid('4.14.26', 'the list is another authority’s, which the signer does not name', () =>
    elsewhere({ isNamed: false }),
  ),
  invalid('4.14.27', 'the signer names another authority for its list, which has none', () =>
    elsewhere({ isThere: false }),
  ),
  valid(
    '4.14.28',
    'the signer’s list is another authority’s, as its certificate says',
    () => elsewhere({}),
    'own key',
  ),
  valid(
    '4.14.29',
    'the same, at a point relative to that authority',
    () => elsewhere({ at: relative('A') }),
    'own key',
  ),
  valid(
    '4.14.30',
    'the same, at a point below that authority',
    () => elsewhere({ at: below(named('Lists'), 'A') }),
    'own key',
  ),
  invalid('4.14.31', 'the same, and it names the signer', () =>
    elsewhere({ at: below(named('Lists'), 'A'), isRevoked: true }),
  ),
  invalid('4.14.32', 'the same, for the authority’s own certificates alone', () =>
    elsewhere({ isIndirect: false }),
  ),
  valid(
    '4.14.33',
    'the same, at an address',
    () => elsewhere({ at: atAddress('http://lists.example/other') }),
    'own key',
  ),
  invalid('4.14.34', 'the same, and it names the signer', () => elsewhere({ isRevoked: true })),
  invalid('4.14.35', 'the same, where the authority has no list', () =>
    elsewhere({ isThere: false, at: relative('A') }),
  ),
];

const changesSince = (number: number) =>
  extension(id_ce_deltaCRLIndicator, new BaseCRLNumber(number), true);
const removed = extension(id_ce_cRLReasons, new CRLReason(CRLReasons.removeFromCRL));
const onHold = extension(id_ce_cRLReasons, new CRLReason(CRLReasons.certificateHold));

/** A complete list and a delta list. */
function changed(
  facts: (signer: Holder) => { whole?: ListFacts; changes: ListFacts; since?: number },
): JudgedPath {
  const holders = pair();
  const { whole, changes, since = 1 } = facts(holders[1]);
  const delta = listBy(holders[0], { ...changes, extensions: [changesSince(since)] });
  return withLists(holders, [listBy(anchor), ...(whole ? [listBy(holders[0], whole)] : []), delta]);
}
const OLD = { from: inDays(-60), to: inDays(-30) };

const CHANGES: PathCase[] = [
  invalid('4.15.1', 'a list of changes alone', () => changed(() => ({ changes: {} }))),
  valid('4.15.2', 'a whole list and one of changes, which name others', () =>
    changed(() => ({ whole: {}, changes: { revoked: [{ serial: Uint8Array.of(7) }] } })),
  ),
  invalid('4.15.3', 'the whole list names the signer', () =>
    changed((signer) => ({ whole: { revoked: [entryOf(signer)] }, changes: {} })),
  ),
  invalid('4.15.4', 'the list of changes names the signer', () =>
    changed((signer) => ({ whole: {}, changes: { revoked: [entryOf(signer)] } })),
  ),
  valid(
    '4.15.5',
    'the signer was on hold, and the list of changes takes it off',
    () =>
      changed((signer) => ({
        whole: { revoked: [entryOf(signer, onHold)] },
        changes: { revoked: [entryOf(signer, removed)] },
      })),
    'partial list',
  ),
  invalid('4.15.6', 'the signer was on hold, and the list of changes revokes it', () =>
    changed((signer) => ({
      whole: { revoked: [entryOf(signer, onHold)] },
      changes: { revoked: [entryOf(signer)] },
    })),
  ),
  valid(
    '4.15.7',
    'the list of changes takes off what is not on the whole list',
    () => changed((signer) => ({ whole: {}, changes: { revoked: [entryOf(signer, removed)] } })),
    'partial list',
  ),
  valid(
    '4.15.8',
    'the whole list is old, and the list of changes is of its number',
    () => changed(() => ({ whole: OLD, changes: {} })),
    'partial list',
  ),
  invalid('4.15.9', 'the same, and the list of changes names the signer', () =>
    changed((signer) => ({ whole: OLD, changes: { revoked: [entryOf(signer)] } })),
  ),
  invalid('4.15.10', 'the whole list is old, and the list of changes is of a later one', () =>
    changed(() => ({ whole: OLD, changes: {}, since: 9 })),
  ),
];

export const PKITS_LISTS: readonly PathCase[] = [...BASIC, ...POINTS, ...CHANGES];
