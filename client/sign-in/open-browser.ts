import { spawn } from 'node:child_process';

/** How the systems open an address; the address is an argument of its own, never part of a shell's line. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Tries to open the browser; the address is printed all the same. */
export function openBrowser(address: string): void {
  const [command, ...given] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...given, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
