import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mimeOf } from '../../../shared/aws/messages/mime-message.ts';
import { mailSender } from '../../../shared/messages/mail-sender.ts';

const ADDRESS = 'firma@acme.example';
const EMAIL = 'giulia@acme.example';
const MAIL = { subject: 'S', html: '<p>H</p>', text: 'T', tags: {} };

const ZOE = { name: 'Zoë', address: 'zoe@example.com' };

async function rawFrom(name: string, to = ZOE, company = 'Acme S.r.l.') {
  const owner = { subject: 's', name, email: EMAIL };
  const recipient = { name: to.name, channel: { kind: 'email', address: to.address } } as const;
  const sender = mailSender({ owner }, recipient, { company });
  return mimeOf({ ...MAIL, ...sender, to }, ADDRESS);
}
const read = async (...of: Parameters<typeof rawFrom>) => PostalMime.parse(await rawFrom(...of));

/** RFC 5322 §3.2.3: characters that a phrase may contain only in quotes. */
const ORDINARY = [
  'Giulia Rossi',
  'Rossi, Giulia',
  'Giulia "Giu" Rossi',
  'Giulia \\ Rossi',
  'Giulia (Acquisti) Rossi',
  'Giulia Rossi; Vendite: Nord',
  'Zoë Müller-Łukasz',
  'Юлия Петрова',
  'L’Ambrosetti 🖋',
  'Maria Antonietta Wilhelmine Friederike von und zu Württemberg-Hohenzollern Ñandú',
];

describe('a mail comes from the sender’s name with the company’s in brackets', () => {
  it.each(ORDINARY)('as in “%s”, and answers go to the sender', async (name) => {
    const { from, replyTo } = await read(name);
    expect(from).toEqual({ name: `${name} (Acme S.r.l.)`, address: ADDRESS });
    expect(replyTo).toEqual([{ name, address: EMAIL }]);
  });

  it.each(ORDINARY)('as in “%s”, in letters and lines that every server takes', async (name) => {
    const lines = (await rawFrom(name)).toString('latin1').split('\r\n');
    const header = lines.slice(0, lines.indexOf(''));
    for (const line of header) {
      expect(line).toMatch(/^[\x20-\x7e\t]*$/);
      expect(line.length).toBeLessThanOrEqual(78);
    }
    expect(header.filter((line) => line.startsWith('From: '))).toHaveLength(1);
  });

  it('quotes what RFC 5322 wants quoted, and encodes what RFC 2047 wants encoded', async () => {
    expect(String(await rawFrom('Rossi, Giulia "G"'))).toContain(
      `From: "Rossi, Giulia \\"G\\" (Acme S.r.l.)" <${ADDRESS}>`,
    );
    expect(String(await rawFrom('Zoë'))).toMatch(/^From: =\?UTF-8\?[QB]\?/m);
  });

  it.each([
    ['giulia@acme.example'],
    ['Direttore <ceo@bank.example>'],
    ['ceo＠bank.example'],
    ['  '],
    ['\u200b'],
  ])('but never with an address, or nothing, as a name: “%s”', async (name) => {
    const { from, replyTo } = await read(name);
    expect(from).toEqual({ name: 'Acme S.r.l.', address: ADDRESS });
    expect(replyTo).toEqual([{ name: '', address: EMAIL }]);
  });

  it('with nothing that could begin a header, or turn the order of the letters', async () => {
    const { from, bcc } = await read('Eve\r\nBcc: eve\u202e\u2066 Rossi');
    expect(from?.name).toBe('Eve Bcc: eve Rossi (Acme S.r.l.)');
    expect(bcc).toBeUndefined();
  });

  it('except to the sender, who is written to by the company alone', async () => {
    const her = { name: 'Giulia Rossi', address: EMAIL };
    const { from, replyTo } = await read('Giulia Rossi', her, 'Ditta “Però”, S.p.A.');
    expect(from).toEqual({ name: 'Ditta “Però”, S.p.A.', address: ADDRESS });
    expect(replyTo).toBeUndefined();
  });
});
