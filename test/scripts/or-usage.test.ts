import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const COMMANDS = ['verify', 'renew', 'seal-key', 'ledger'];

const run = (name: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [`scripts/${name}.ts`, ...args], { encoding: 'utf8' });

describe.each(COMMANDS)('npm run %s', (name) => {
  test('tells how to ask it whoever gives an option that it does not know', () => {
    const { stderr, status } = run(name, '--bogus');
    expect(stderr).toContain("Unknown option '--bogus'");
    expect(stderr).toContain(`Usage: npm run ${name}`);
    expect(status).not.toBe(0);
  });

  test('tells the same, and nothing else, whoever asks for help', () => {
    expect(run(name, '--help').stderr).toMatch(new RegExp(`^Usage: npm run ${name}`));
  });
});
