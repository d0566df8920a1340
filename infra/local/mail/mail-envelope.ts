import PostalMime, { type Address, addressParser } from 'postal-mime';

/** What SES reads from a raw message before it sends it. Tags are those of X-SES-MESSAGE-TAGS. */
export interface MailEnvelope {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly configurationSet: string | undefined;
  readonly tags: Record<string, string[]>;
}

const flatten = (addresses: readonly Address[]): string[] =>
  addresses.flatMap((address) =>
    address.group ? flatten(address.group) : [address.address ?? ''],
  );

/** The bare addresses in texts such as `Anna <anna@example.com>`. */
export const addressesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => flatten(addressParser(text))).filter(Boolean);

function parseTags(header: string): Record<string, string[]> {
  const pairs = header.split(',').map((pair) => pair.trim().split('='));
  return Object.fromEntries(
    pairs.filter(([name]) => name).map(([name = '', value = '']) => [name.trim(), [value.trim()]]),
  );
}

/** Reads the sender, the recipients and the X-SES-* headers of a raw message. */
export async function readEnvelope(raw: Buffer): Promise<MailEnvelope> {
  const mail = await PostalMime.parse(raw);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  const recipients = [mail.to, mail.cc, mail.bcc].flatMap((list) => flatten(list ?? []));
  return {
    from: flatten(mail.from ? [mail.from] : [])[0] ?? '',
    recipients: recipients.filter(Boolean),
    subject: mail.subject ?? '',
    configurationSet: header('x-ses-configuration-set'),
    tags: parseTags(header('x-ses-message-tags') ?? ''),
  };
}
