import type { UseTemplateInput } from './api-types.ts';

type Channel = NonNullable<UseTemplateInput['people']>[number]['channel'];

/** Somebody who is to sign. */
export interface Person {
  /** `director` or `client`; with a template, one of its roles by name or id. */
  readonly role: string;
  readonly name: string;
  readonly channel: Channel;
}

const PERSON = /^\s*([^:]+?)\s*:\s*(.+?)\s*<\s*([^<>\s]+)\s*>\s*$/;

/** `role:Name <address or number>`. Returns undefined for any other text. */
export function personIn(text: string): Person | undefined {
  const [, role, name, contact] = PERSON.exec(text) ?? [];
  if (!role || !name || !contact) return undefined;
  const channel: Channel = contact.includes('@')
    ? { kind: 'email', address: contact }
    : { kind: 'sms', number: contact };
  return { role, name, channel };
}
