import type { Envelope } from '../domain/envelope/envelope.ts';
import { isOwner } from '../domain/envelope/is-owner.ts';
import type { Mail } from '../ports/messages.ts';
import type { Brand, Recipient } from './notice.ts';

/**
 * The From and Reply-To of a mail: the employee's name with the company in brackets, and replies to the
 * employee. The From address is the company's, since any other would fail SPF, DKIM and DMARC. Mails to
 * employees are from the company alone.
 */
export function mailSender(
  envelope: Pick<Envelope, 'owner'>,
  recipient: Pick<Recipient, 'name' | 'channel'>,
  { company }: Pick<Brand, 'company'>,
): Pick<Mail, 'fromName' | 'replyTo'> {
  const { owner } = envelope;
  const ours = shown(company);
  if (isOwner(envelope, recipient)) return { fromName: ours };
  const name = shown(owner.name);
  if (!name || looksLikeAddress(name))
    return { fromName: ours, replyTo: { name: '', address: owner.email } };
  return { fromName: `${name} (${ours})`, replyTo: { name, address: owner.email } };
}

/** Removes control and format characters, such as bidi overrides that would reorder the text. */
const shown = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** Mailboxes treat a display name with an address as spoofing. NFKC also maps a full-width ＠. */
const looksLikeAddress = (name: string): boolean => name.normalize('NFKC').includes('@');
