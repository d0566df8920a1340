import type { Envelope } from '../domain/envelope/envelope.ts';
import { isOwner } from '../domain/envelope/is-owner.ts';
import type { Mail } from '../ports/messages.ts';
import type { Brand, Recipient } from './notice.ts';

/**
 * Who a mail shows as its sender: the employee with the company in brackets, who also gets the answers.
 * The address stays the company's, since no other would pass SPF, DKIM and DMARC. What goes to the
 * employees themselves comes from the company alone.
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

/** Invisible characters could turn the order of what follows them. */
const shown = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** Mailboxes take an address in the place of a name for a forgery. NFKC: a full-width ＠ is one as well. */
const looksLikeAddress = (name: string): boolean => name.normalize('NFKC').includes('@');
