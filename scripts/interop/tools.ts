import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import { signaturesIn } from './signatures-in.ts';

/** A sealed file and its trusted roots, in a folder that may be written to. */
export interface SealedFile {
  readonly folder: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** PEM. */
  readonly root: string;
  readonly outsideRoots: readonly string[];
  /** Files with all these roots. */
  readonly rootPaths: readonly string[];
}

export interface Tool {
  readonly name: string;
  /** Why the tool cannot run here; undefined if it can. */
  missing(): string | undefined;
  /** Problems that the tool reports for the file. */
  complaints(file: SealedFile): Promise<string[]>;
}

function said(command: string, args: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  return { status, text: `${stdout ?? ''}${stderr ?? ''}`, error };
}

const isAbsent = (command: string, ...args: readonly string[]) =>
  said(command, args).error ? `${command} is not installed` : undefined;

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

const own: Tool = {
  name: 'sigillo',
  missing: () => undefined,
  complaints: async ({ bytes, root, outsideRoots }) => {
    const timestampRoots = outsideRoots.flatMap(certificatesIn);
    const report = await verifyDocument(bytes, { roots: certificatesIn(root), timestampRoots });
    return report.verdict === 'authentic' ? [] : report.reasons.map(({ sentence }) => sentence);
  },
};

const qpdf: Tool = {
  name: 'qpdf',
  missing: () => isAbsent('qpdf', '--version'),
  complaints: async ({ path }) => {
    const { status, text } = said('qpdf', ['--check', path]);
    return status === 0 ? [] : [lastLine(text)];
  },
};

/** Takes trusted roots from an NSS database; reads document timestamps but does not verify them. */
const pdfsig: Tool = {
  name: 'pdfsig',
  missing: () => isAbsent('pdfsig', '-v') ?? isAbsent('certutil', '-H'),
  complaints: async ({ folder, path, rootPaths, bytes }) => {
    const database = `sql:${mkdtempSync(join(folder, 'nss-'))}`;
    execFileSync('certutil', ['-N', '-d', database, '--empty-password']);
    for (const rootPath of rootPaths) {
      const trusted = ['-n', rootPath, '-t', 'CT,C,C', '-i', rootPath];
      execFileSync('certutil', ['-A', '-d', database, ...trusted]);
    }
    const { text } = said('pdfsig', ['-nssdir', database, path]);
    const wanted = signaturesIn(bytes).filter(({ kind }) => kind === 'signature').length;
    const count = (sentence: string) => text.split(sentence).length - 1;
    return ['Signature is Valid.', 'Certificate is Trusted.', 'ETSI.CAdES.detached']
      .filter((sentence) => count(sentence) !== wanted)
      .map((sentence) => `"${sentence}" ${count(sentence)} times of ${wanted}`);
  },
};

const openssl: Tool = {
  name: 'openssl',
  missing: () => isAbsent('openssl', 'version'),
  complaints: async (file) => {
    const roots = join(file.folder, 'roots.pem');
    writeFileSync(roots, [file.root, ...file.outsideRoots].join(''));
    return signaturesIn(file.bytes).flatMap((signature, index) => {
      const [cms, content] = ['der', 'bin'].map((end) => join(file.folder, `${index}.${end}`));
      writeFileSync(cms!, signature.cms);
      writeFileSync(content!, signature.content);
      const trust = ['-CAfile', roots];
      const { status, text } =
        signature.kind === 'timestamp'
          ? said('openssl', [
              'ts',
              '-verify',
              '-digest',
              signature.sha256,
              '-in',
              cms!,
              '-token_in',
              ...trust,
            ])
          : said('openssl', [
              ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms!],
              ...['-content', content!, '-purpose', 'any', '-out', '/dev/null', ...trust],
            ]);
      return status === 0 ? [] : [`${signature.kind} ${index + 1}: ${lastLine(text)}`];
    });
  },
};

const PYHANKO = new URL('./pyhanko-check.py', import.meta.url).pathname;

const pyhanko: Tool = {
  name: 'pyHanko',
  missing: () =>
    said('python3', ['-c', 'import pyhanko']).status === 0
      ? undefined
      : 'pip install pyhanko pyhanko-certvalidator',
  complaints: async ({ path, rootPaths }) => {
    const { status, text } = said('python3', [PYHANKO, path, ...rootPaths]);
    return status === 0 ? text.split('\n').filter(Boolean) : [lastLine(text)];
  },
};

const DSS = new URL('./dss/', import.meta.url).pathname;

/** The EU's validator. Maven downloads it on first use into a folder that is kept. */
const dss: Tool = {
  name: 'EU DSS',
  missing: () =>
    process.argv.includes('--dss')
      ? (isAbsent('mvn', '-v') ?? isAbsent('java', '-version'))
      : 'asked for with --dss, as Maven fetches some 20 MB first',
  complaints: async ({ path, rootPaths }) => {
    const libraries = join(tmpdir(), 'sigillo-dss-6.4');
    const fetched = [`-DoutputDirectory=${libraries}`, 'dependency:copy-dependencies'];
    execFileSync('mvn', ['-q', '-B', '-f', join(DSS, 'pom.xml'), ...fetched], { stdio: 'pipe' });
    const program = [join(DSS, 'ValidateFile.java'), path, ...rootPaths];
    const { status, text } = said('java', ['-cp', `${libraries}/*`, ...program]);
    return status === 0 ? text.split('\n').filter(Boolean) : [lastLine(text)];
  },
};

export const TOOLS: readonly Tool[] = [own, qpdf, pdfsig, openssl, pyhanko, dss];
