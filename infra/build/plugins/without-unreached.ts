import type { Plugin } from 'rolldown';

const FAIL = "{ throw new Error('left out of this bundle'); }";
/** Replacement of each unreached export. `maker`: may be called, but its result may not. */
const STUBS = {
  call: `() => ${FAIL}`,
  maker: `() => () => ${FAIL}`,
  class: `class { constructor() ${FAIL} }`,
};

/** Modules of packages whose exports the functions never call, though a bundler cannot know it. */
const UNREACHED: readonly (readonly [RegExp, keyof typeof STUBS])[] = [
  // 2,000 media types: every attachment says what it is.
  [/nodemailer\/.*\/mime-funcs\/mime-types\.js$/, 'call'],
  // Attachments by their address, which `disableUrlAccess` forbids.
  [/nodemailer\/.*\/fetch\/index\.js$/, 'call'],
  // JSON Schema is written by `npm run docs`.
  [/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/, 'maker'],
  // No operation that is called streams events.
  [/@smithy\/core\/.*\/eventstream-serde\/EventStreamMarshaller\.js$/, 'maker'],
  [/@smithy\/core\/.*\/EventStreamSerde\.js$/, 'class'],
  // The platform's own hashes are taken.
  [/@(smithy|aws-sdk)\/.*\/(Md5|Sha1|Sha256|Sha512)Js\.js$/, 'class'],
];

const EXPORTED = /^export (?:const|var|function|class) (\w+)|^export \{ \w+ as (\w+) \}/gm;

/** Keeps the names of what a module exports, and lets go of the rest. */
function hollow(code: string, stub: string): string {
  const names = [...code.matchAll(EXPORTED)].map(([, name, alias]) => name ?? alias);
  const exported = names.map((name) => `stub as ${name}`);
  if (/^export default /m.test(code)) exported.push('stub as default');
  return `const stub = ${stub};\nexport { ${exported.join(', ')} };\n`;
}

/** Replaces the exports of the UNREACHED modules by stubs that throw when used. */
export const withoutUnreached: Plugin = {
  name: 'without-unreached',
  transform: {
    filter: { id: UNREACHED.map(([module]) => module) },
    handler: (code, id) => {
      const [, kind] = UNREACHED.find(([module]) => module.test(id))!;
      return { code: hollow(code, STUBS[kind]), map: null, moduleSideEffects: false };
    },
  },
};
