import type { Command } from './command.ts';
import { audit, download, ledger, verify } from './files.ts';
import { list, show, templates } from './reading.ts';
import { send } from './send.ts';
import { signIn, signOut } from './signing-in.ts';
import { remind, voidEnvelope, watch } from './steering.ts';

export const COMMANDS: Readonly<Record<string, Command>> = {
  'sign-in': signIn,
  'sign-out': signOut,
  templates,
  send,
  list,
  show,
  watch,
  remind,
  void: voidEnvelope,
  download,
  ledger,
  audit,
  verify,
  mcp: {
    usage: 'mcp',
    about: 'serves the Model Context Protocol on standard input and output',
    words: 0,
    run: async (_, { sigillo }) => (await import('../mcp/serve.ts')).serve(sigillo()),
  },
};
