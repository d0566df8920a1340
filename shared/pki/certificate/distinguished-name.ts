import {
  AttributeTypeAndValue,
  AttributeValue,
  Name,
  RelativeDistinguishedName,
} from '@peculiar/asn1-x509';

const TYPES = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  organizationIdentifier: '2.5.4.97',
  country: '2.5.4.6',
  serialNumber: '2.5.4.5',
} as const;

/** X.520 `ub-common-name` and `ub-organization-name`, characters. */
const LONGEST = 64;

export interface DistinguishedName {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly organization?: string;
  readonly organizationIdentifier?: string | undefined;
  readonly commonName: string;
  readonly serialNumber?: string;
}

/** Name of a legal person (ETSI EN 319 412-3 § 4.2.1). */
export const companyName = (
  { name, country, identifier }: { name: string; country: string; identifier?: string | undefined },
  commonName = name,
): Name => toName({ country, organization: name, organizationIdentifier: identifier, commonName });

/** An X.501 name; values longer than X.520 allows are truncated. */
export const toName = ({ country, organization, commonName, ...more }: DistinguishedName): Name =>
  new Name([
    ...(country ? [part(TYPES.country, { printableString: country })] : []),
    ...(organization ? [part(TYPES.organization, { utf8String: cut(organization) })] : []),
    ...(more.organizationIdentifier
      ? [part(TYPES.organizationIdentifier, { utf8String: more.organizationIdentifier })]
      : []),
    part(TYPES.commonName, { utf8String: cut(commonName) }),
    ...(more.serialNumber
      ? [part(TYPES.serialNumber, { printableString: more.serialNumber })]
      : []),
  ]);

/** The common name, or '' if there is none. */
export const commonNameOf = (name: Name): string => attributeOf(name, TYPES.commonName);

const part = (type: string, value: Partial<AttributeValue>): RelativeDistinguishedName =>
  new RelativeDistinguishedName([
    new AttributeTypeAndValue({ type, value: new AttributeValue(value) }),
  ]);

const cut = (text: string): string => [...text].slice(0, LONGEST).join('');

const attributeOf = (name: Name, type: string): string =>
  name
    .flatMap((relative) => [...relative])
    .find((attribute) => attribute.type === type)
    ?.value.toString() ?? '';
