import type { Command } from './command.ts';

const widest = 36;

const line = (left: string, right: string): string => `  ${left.padEnd(widest)}${right}`;

export const help = (
  commands: Readonly<Record<string, Command>>,
): string => `Usage: sigillo COMMAND …

${Object.values(commands)
  .map(({ usage, about }) => line(usage, about))
  .join('\n')}

To send:
${line("--party 'role:Name <contact>'", 'for each person, in the order of signing: an e-mail address, or a')}
${line('', 'number in international form. With a file the role is director or')}
${line('', 'client; with a template it is one of its roles.')}
${line('--value key=value', 'with a template: a field of the company, by its label or id')}
${line('--title, --message, --in LANGUAGE', 'what people read; the language of a file: it, en, de, fr, es')}
${line('--deadline-days N, --draft', 'days to sign; only makes the draft')}
${line('--as OWNER', 'for which employee a machine acts: e-mail address or subject')}
${line('--external-id, --metadata key=value', 'kept with the envelope, in events')}
${line('--idempotency-key KEY', 'the same again is not sent twice')}

For lists: --search WORDS, --as OWNER, --limit N, --cursor CURSOR. To watch: --every SECONDS.

Everywhere:
${line('--at URL', 'the app; or SIGILLO_URL, or where you signed in')}
${line('--json', 'the answer as JSON; a refusal too, on standard error')}
${line('--language it', 'in which language the server speaks; default: that of LANG')}
${line('SIGILLO_TOKEN', 'an API token (sgl_…) in place of a sign-in, for machines')}
${line('SIGILLO_VERIFIER', 'the verifier, so that verify needs no sign-in; or --verifier URL')}

Exit codes: 0 done, 1 refused (the code is printed), 2 usage, 3 not reached or a fault, 4 not signed in.
`;
