import {
  AccessDescription,
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  CRLNumber,
  ExtendedKeyUsage,
  type Extension,
  GeneralName,
  IssuingDistributionPoint,
  id_ad_caIssuers,
  id_ce_authorityKeyIdentifier,
  id_ce_cRLNumber,
  id_ce_extKeyUsage,
  id_ce_issuingDistributionPoint,
  id_ce_policyConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_pe_authorityInfoAccess,
  KeyIdentifier,
  KeyUsageFlags,
  Name,
  PolicyConstraints,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  Version,
} from '@peculiar/asn1-x509';
import {
  anchor,
  type CertificateFacts,
  certified,
  constraints,
  ecKey,
  extension,
  type Holder,
  ISSUING,
  inDays,
  issuing,
  listBy,
  NOW,
  newAnchor,
  rsaKey,
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

/**
 * The x509-limbo cases on paths and revocation lists. Web server names, key purposes and name
 * constraints (as in 4.13) are left out.
 */

const NULL = Uint8Array.of(5, 0).buffer;
const UNKNOWN = extension('1.3.6.1.4.1.55738.666.1', NULL, true);
const NOBODY = new Name([]);

/** A signer certified directly by its own root. */
function under(root: CertificateFacts, signer: CertificateFacts = {}): JudgedPath {
  const own = newAnchor({ name: 'Own root', ...root });
  const below = certified(own, { extensions: signing(), ...signer });
  return { ...withLists([below], [listBy(own)]), roots: [own.certificate] };
}

const signer = (...further: readonly Extension[]): JudgedPath =>
  lineWithLists({}, { extensions: signing(...further) });

const keyIdentifier = new KeyIdentifier(Uint8Array.of(1, 2, 3, 4));
const ofIssuer = (critical: boolean) =>
  extension(id_ce_authorityKeyIdentifier, new AuthorityKeyIdentifier({ keyIdentifier }), critical);
const ofSubject = (critical: boolean) =>
  extension(
    id_ce_subjectKeyIdentifier,
    new SubjectKeyIdentifier(Uint8Array.of(1, 2, 3, 4)),
    critical,
  );
function access(critical: boolean) {
  const accessLocation = new GeneralName({ uniformResourceIdentifier: 'http://ca.example/ca.der' });
  const description = new AccessDescription({ accessMethod: id_ad_caIssuers, accessLocation });
  return extension(
    id_pe_authorityInfoAccess,
    new AuthorityInfoAccessSyntax([description]),
    critical,
  );
}
const purposes = (...identifiers: readonly string[]) =>
  extension(id_ce_extKeyUsage, new ExtendedKeyUsage([...identifiers]));

const PROFILE: PathCase[] = [
  invalid('rfc5280::ee-empty-issuer', 'the signer names no issuer', () =>
    lineWithLists({}, { issuerName: NOBODY }),
  ),
  invalid(
    'rfc5280::ca-empty-subject',
    'the issuer has an empty name',
    () => lineWithLists({ name: NOBODY }, {}),
    'form',
  ),
  invalid(
    'rfc5280::unknown-critical-extension-ee',
    'the signer has an unknown critical extension',
    () => signer(UNKNOWN),
  ),
  invalid('rfc5280::unknown-critical-extension-intermediate', 'the issuer has one', () =>
    lineWithLists({ extensions: issuing(undefined, UNKNOWN) }, {}),
  ),
  invalid('rfc5280::unknown-critical-extension-root', 'the root has one', () =>
    under({ extensions: issuing(undefined, UNKNOWN) }),
  ),
  valid(
    'rfc5280::unknown-critical-extension-unrelated-root',
    'a root that is not needed has one',
    () => {
      const other = newAnchor({ extensions: issuing(undefined, UNKNOWN) });
      return { ...lineWithLists({}, {}), roots: [other.certificate, anchor.certificate] };
    },
  ),
  valid(
    'rfc5280::unknown-critical-extension-unrelated-intermediate',
    'an issuer that is not needed has one',
    () => {
      const other = certified(anchor, { extensions: issuing(undefined, UNKNOWN) });
      const usual = lineWithLists({}, {});
      return { ...usual, others: [other.certificate, ...usual.others] };
    },
  ),
  invalid('rfc5280::chain-untrusted-root', 'the root is not trusted', () => ({
    ...lineWithLists({}, {}),
    roots: [newAnchor({ name: 'Other' }).certificate],
  })),
  invalid('rfc5280::intermediate-ca-without-ca-bit', 'the issuer says that it is none', () =>
    lineWithLists({ extensions: [constraints({ cA: false }), usage(ISSUING)] }, {}),
  ),
  invalid(
    'rfc5280::intermediate-ca-missing-basic-constraints',
    'the issuer does not say that it is one',
    () => lineWithLists({ extensions: [usage(ISSUING)] }, {}),
  ),
  invalid('rfc5280::root-missing-basic-constraints', 'the root does not say that it is one', () =>
    under({ extensions: [usage(ISSUING)] }),
  ),
  invalid(
    'rfc5280::root-non-critical-basic-constraints',
    'the root says so, though not as critical',
    () => under({ extensions: [constraints({ cA: true }, false), usage(ISSUING)] }),
    'form',
  ),
  invalid(
    'rfc5280::root-inconsistent-ca-extensions',
    'the root’s key is not for certificates',
    () => under({ extensions: [constraints({ cA: true }), usage(KeyUsageFlags.cRLSign)] }),
  ),
  invalid('rfc5280::ica-ku-keycertsign', 'the issuer’s key is not for certificates', () =>
    lineWithLists(
      {
        extensions: [constraints({ cA: true, pathLenConstraint: 0 }), usage(KeyUsageFlags.cRLSign)],
      },
      {},
    ),
  ),
  invalid(
    'rfc5280::leaf-ku-keycertsign',
    'the signer’s key is for certificates, though it is no issuer',
    () => lineWithLists({}, { extensions: [constraints({ cA: false }), usage(ISSUING)] }),
    'form',
  ),
  valid('rfc5280::ee-aia', 'the signer says where its issuer’s certificate is', () =>
    signer(access(false)),
  ),
  invalid('rfc5280::ee-critical-aia-invalid', 'the same, as critical', () => signer(access(true))),
  invalid('rfc5280::duplicate-extensions', 'the signer has an extension twice', () =>
    signer(ofSubject(false), ofSubject(false)),
  ),
  invalid(
    'rfc5280::duplicate-extensions (issuer)',
    'the issuer says twice, and otherwise, whether it is one',
    () =>
      lineWithLists(
        { extensions: [constraints({ cA: true }), constraints({ cA: false }), usage(ISSUING)] },
        {},
      ),
  ),
  valid('rfc5280::no-keyusage', 'the signer does not say what its key is for', () =>
    lineWithLists({}, { extensions: [] }),
  ),
  valid('rfc5280::no-basicconstraints', 'the signer does not say that it is no issuer', () =>
    lineWithLists({}, {}),
  ),
  invalid(
    'rfc5280::mismatching-signature-algorithm',
    'the signer is signed with another algorithm than it says inside',
    () => lineWithLists({}, { algorithm: '1.2.840.10045.4.3.3' }),
  ),
  valid('rfc5280::ca-as-leaf', 'the signer may issue', () =>
    lineWithLists({}, { extensions: issuing() }),
  ),
  valid(
    'rfc5280::root-and-intermediate-swapped',
    'the issuer is trusted, and the root is at hand',
    () => {
      const [authority, person] = line({}, {}) as [Holder, Holder];
      return {
        certificate: person.certificate,
        others: [anchor.certificate],
        roots: [authority.certificate],
        lists: [listBy(authority)],
      };
    },
  ),
];

const IDENTIFIERS: PathCase[] = [
  invalid('rfc5280::aki::critical-aki', 'the identifier of the issuer’s key is critical', () =>
    signer(ofIssuer(true)),
  ),
  invalid(
    'rfc5280::aki::leaf-missing-aki',
    'the signer has no identifier of its issuer’s key',
    () => signer(),
    'form',
  ),
  invalid('rfc5280::ski::critical-ski', 'the identifier of the key is critical', () =>
    signer(ofSubject(true)),
  ),
  invalid(
    'rfc5280::ski::root-missing-ski',
    'the root has no identifier of its key',
    () => under({}),
    'form',
  ),
  invalid(
    'rfc5280::eku::ee-eku-empty',
    'the signer has no purpose at all',
    () => signer(purposes()),
    'form',
  ),
  valid('rfc5280::eku::ee-without-eku', 'the signer does not say its purposes', () => signer()),
  invalid(
    'rfc5280::serial::too-long',
    'a serial number of 21 bytes',
    () => lineWithLists({}, { serial: new Uint8Array(21).fill(0x7f) }),
    'form',
  ),
  invalid(
    'rfc5280::serial::zero',
    'serial number zero',
    () => lineWithLists({}, { serial: Uint8Array.of(0) }),
    'form',
  ),
  invalid(
    'rfc5280::serial::negative',
    'a negative serial number',
    () => lineWithLists({}, { serial: Uint8Array.of(0xff) }),
    'form',
  ),
  invalid(
    'rfc5280::pc::ica-noncritical-pc',
    'the issuer requires a policy, though not as critical',
    () => {
      const limits = new PolicyConstraints({ requireExplicitPolicy: Uint8Array.of(0).buffer });
      return lineWithLists(
        { extensions: issuing(undefined, extension(id_ce_policyConstraints, limits)) },
        {},
      );
    },
    'form',
  ),
  invalid(
    'rfc5280::san::malformed',
    'the signer’s further names cannot be read',
    () => signer(extension(id_ce_subjectAltName, NULL)),
    'form',
  ),
  invalid(
    'rfc5280::san::noncritical-with-empty-subject',
    'the signer has further names alone, not critical',
    () =>
      lineWithLists(
        {},
        {
          name: NOBODY,
          extensions: signing(
            extension(
              id_ce_subjectAltName,
              new SubjectAlternativeName([new GeneralName({ rfc822Name: 'x@mail.example' })]),
            ),
          ),
        },
      ),
    'form',
  ),
  invalid('webpki::v1-cert (issuer)', 'the issuer is of version 1', () =>
    lineWithLists({ version: Version.v1, extensions: [], points: null }, {}),
  ),
  invalid(
    'webpki::v1-cert (signer)',
    'the signer is of version 1',
    () => lineWithLists({}, { version: Version.v1, extensions: [], points: null }),
    'form',
  ),
  invalid('rfc5280 §4.1.2.9', 'the signer is of version 1, and has extensions', () =>
    lineWithLists({}, { version: Version.v1 }),
  ),
];

const second = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const INSTANTS: PathCase[] = [
  invalid('rfc5280::validity::expired-root', 'the root has run out', () =>
    under({ to: inDays(-1) }),
  ),
  invalid('rfc5280::validity::expired-intermediate', 'the issuer has run out', () =>
    lineWithLists({ to: inDays(-1) }, {}),
  ),
  invalid('rfc5280::validity::expired-leaf', 'the signer has run out', () =>
    lineWithLists({}, { to: inDays(-1) }),
  ),
  valid('rfc5280::validity::notbefore-exact', 'the signer is valid from this second on', () =>
    lineWithLists({}, { from: NOW }),
  ),
  valid('rfc5280::validity::notafter-exact', 'the signer is valid to this second', () =>
    lineWithLists({}, { to: NOW }),
  ),
  invalid('rfc5280::validity::expired-1-second', 'it has run out a second ago', () =>
    lineWithLists({}, { to: second(-1) }),
  ),
  invalid('rfc5280::validity::not-yet-valid-1-second', 'it is valid in a second', () =>
    lineWithLists({}, { from: second(1) }),
  ),
  valid('rfc5280::validity::notafter-fractional', 'half a second after the last one', () => ({
    ...lineWithLists({}, { to: NOW }),
    at: new Date(NOW.getTime() + 500),
  })),
  invalid('rfc5280::validity::notbefore-fractional', 'half a second before the first one', () => ({
    ...lineWithLists({}, { from: NOW }),
    at: new Date(NOW.getTime() - 500),
  })),
];

const issuers = (...limits: readonly (number | undefined)[]): JudgedPath =>
  lineWithLists(...limits.map((limit) => ({ extensions: issuing(limit) })), {});
const LENGTHS: PathCase[] = [
  valid('pathlen::ee-with-intermediate-pathlen-0', 'an issuer that may have none below it', () =>
    issuers(0),
  ),
  valid('pathlen::ee-with-intermediate-pathlen-1', 'an issuer that may have one below it', () =>
    issuers(1),
  ),
  valid('pathlen::ee-with-intermediate-pathlen-2', 'an issuer that may have two below it', () =>
    issuers(2),
  ),
  valid(
    'pathlen::validation-ignores-pathlen-in-leaf',
    'the signer may issue, below one that may have none',
    () => lineWithLists({ extensions: issuing(0) }, { extensions: issuing(0) }),
  ),
  invalid(
    'pathlen::intermediate-violates-pathlen-0',
    'an issuer below one that may have none',
    () => issuers(0, 0),
  ),
  valid(
    'pathlen::intermediate-pathlen-may-increase',
    'the second limit is higher than the first',
    () => issuers(1, 2),
  ),
  invalid('pathlen::intermediate-pathlen-too-long', 'two issuers below one that may have one', () =>
    issuers(1, 0, 0),
  ),
  valid(
    'pathlen::self-issued-certs-pathlen',
    'those that an issuer gave itself do not count',
    () => {
      const [first] = line({ name: 'Again', extensions: issuing(0) }, {}) as [Holder];
      const again = certified(first, { name: 'Again', extensions: issuing(0) });
      return withLists([first, again, certified(again, { extensions: signing() })]);
    },
  ),
];

const KEYS: PathCase[] = [
  invalid('webpki::forbidden-p192-root', 'the root has a P-192 key', () =>
    under({ key: ecKey('prime192v1') }),
  ),
  invalid(
    'webpki::forbidden-p192-leaf',
    'the signer has a P-192 key',
    () => lineWithLists({}, { key: ecKey('prime192v1') }),
    'form',
  ),
  invalid('webpki::forbidden-weak-rsa-key-in-root', 'the root has an RSA key of 1024 bits', () =>
    under({ key: rsaKey(1024) }),
  ),
  invalid(
    'webpki::forbidden-weak-rsa-in-leaf',
    'the signer has an RSA key of 1024 bits',
    () => lineWithLists({}, { key: rsaKey(1024) }),
    'form',
  ),
];

/** Two authorities that have cross-certified each other; the signer's is one of them. */
function circle(isTrusted: boolean): JudgedPath {
  const keys = { A: ecKey(), B: ecKey() };
  const own = newAnchor({ name: 'A', key: keys.A });
  const other = newAnchor({ name: 'B', key: keys.B });
  const aByB = certified(other, { name: 'A', key: keys.A, extensions: issuing() });
  const bByA = certified(own, { name: 'B', key: keys.B, extensions: issuing() });
  const person = certified(own, { extensions: signing() });
  return {
    certificate: person.certificate,
    others: [aByB.certificate, bByA.certificate],
    roots: [(isTrusted ? own : anchor).certificate],
    lists: [listBy(own), listBy(other)],
  };
}

const GRAPHS: PathCase[] = [
  valid(
    'cve::cve-2024-0567',
    'authorities that have certified one another, one of them trusted',
    () => circle(true),
  ),
  invalid('pathological::intermediate-cycle-distinct-cas', 'the same, none of them trusted', () =>
    circle(false),
  ),
  invalid(
    'pathological::intermediate-cycle-same-logical-ca',
    'two keys of one name that have certified one another',
    () => {
      const keys = [ecKey(), ecKey()] as const;
      const [one, two] = keys.map((key) => newAnchor({ name: 'Twice', key })) as [Holder, Holder];
      const crossed = [
        certified(one, { name: 'Twice', key: keys[1], extensions: issuing() }),
        certified(two, { name: 'Twice', key: keys[0], extensions: issuing() }),
      ];
      const person = certified(one, { extensions: signing() });
      return {
        ...withLists([person], [listBy(one)]),
        others: crossed.map(({ certificate }) => certificate),
      };
    },
  ),
  valid(
    'pathological::multiple-chains-expired-intermediate',
    'the root is trusted, and has run out as another root certified it',
    () => {
      const key = ecKey();
      const own = newAnchor({ name: 'Own root', key });
      const expired = certified(anchor, {
        name: 'Own root',
        key,
        extensions: issuing(),
        to: inDays(-1),
      });
      const person = certified(own, { extensions: signing() });
      return {
        certificate: person.certificate,
        others: [expired.certificate],
        roots: [anchor.certificate, own.certificate],
        lists: [listBy(own)],
      };
    },
  ),
];

const number = (critical: boolean) => extension(id_ce_cRLNumber, new CRLNumber(2), critical);
const LISTS: PathCase[] = [
  invalid('crl::revoked-certificate-with-crl', 'the list names the signer', () => {
    const [person] = line({}) as [Holder];
    return withLists([person], [listBy(anchor, { revoked: [{ serial: person.serial }] })]);
  }),
  valid('crl::certificate-not-on-crl', 'the list names another', () => {
    const [person] = line({}) as [Holder];
    return withLists([person], [listBy(anchor, { revoked: [{ serial: Uint8Array.of(9, 9) }] })]);
  }),
  valid(
    'crl::certificate-serial-on-crl-different-issuer',
    'another issuer’s list names the signer’s serial number',
    () => {
      const [person] = line({}) as [Holder];
      const other = newAnchor({ name: 'Other' });
      return withLists(
        [person],
        [listBy(anchor), listBy(other, { revoked: [{ serial: person.serial }] })],
      );
    },
  ),
  invalid(
    'crl::crlnumber-missing',
    'the list has no number',
    () => {
      const [person] = line({}) as [Holder];
      return withLists([person], [listBy(anchor, { unnumbered: true })]);
    },
    'form',
  ),
  invalid('crl::crlnumber-critical', 'the list’s number is critical', () => {
    const [person] = line({}) as [Holder];
    return withLists([person], [listBy(anchor, { unnumbered: true, extensions: [number(true)] })]);
  }),
  invalid('crl::issuer-missing-crlsign', 'the issuer’s key is not for lists', () =>
    under({ extensions: [constraints({ cA: true }), usage(KeyUsageFlags.keyCertSign)] }),
  ),
  valid('crl::issuer-no-keyusage-extension', 'the issuer does not say what its key is for', () =>
    under({ extensions: [constraints({ cA: true })] }),
  ),
  invalid('rfc5280 §5.2', 'the list says twice, and otherwise, whom it is for', () => {
    const [person] = line({}) as [Holder];
    const scopes = [{}, { onlyContainsCACerts: true }].map((facts) =>
      extension(id_ce_issuingDistributionPoint, new IssuingDistributionPoint(facts), true),
    );
    return withLists([person], [listBy(anchor, { extensions: scopes })]);
  }),
  valid(
    'crl::issuer-valid-crlsign-and-keycertsign',
    'the issuer’s key is for certificates and lists',
    () => under({}),
  ),
];

export const LIMBO: readonly PathCase[] = [
  ...PROFILE,
  ...IDENTIFIERS,
  ...INSTANTS,
  ...LENGTHS,
  ...KEYS,
  ...GRAPHS,
  ...LISTS,
];
