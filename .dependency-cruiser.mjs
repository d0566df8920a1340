/**
 * The borders of docs/architecture.md. Each rule says what a folder may import; anything else is an
 * error. `npm run borders` checks them.
 */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { pathNot: allowed },
});

const npm = (...names) => names.map((name) => `^node_modules/${name}(/|$)`);
const DOMAIN = '^shared/domain/';
const CONTRACT = '^shared/contract/';
const FONT_FILES = '^shared/pdf/(font/font-program|hands/stored-letters)\\.ts$';

export default {
  forbidden: [
    only(
      'domain-is-pure',
      { path: DOMAIN },
      [DOMAIN, '^(node:)?crypto$'],
      'Rules need nothing but themselves.',
    ),
    only('contract', { path: CONTRACT }, [CONTRACT, DOMAIN, ...npm('zod')]),
    only('ports', { path: '^shared/ports/' }, ['^shared/ports/', DOMAIN, CONTRACT]),
    only(
      'pdf-and-pki-are-bytes-in-bytes-out',
      { path: '^shared/(pdf|pki)/', pathNot: FONT_FILES },
      [
        '^shared/(pdf|pki)/',
        DOMAIN,
        '^(node:)?(crypto|zlib|buffer)$',
        ...npm(
          'pdf-lib',
          'hash-wasm',
          'qrcode',
          '@peculiar',

          'pvutils',
          'pvtsutils',
          'reflect-metadata',
          'tslib',
          '@types/qrcode',
        ),
      ],
      'No AWS, no environment, no file system.',
    ),
    only(
      'font-files',
      { path: FONT_FILES },
      ['^shared/pdf/', DOMAIN, '^(node:)?fs$'],
      'They lie beside the code and are read when needed.',
    ),
    only('phone', { path: '^shared/phone/' }, ['^shared/phone/', ...npm('libphonenumber-js')]),
    only('csv', { path: '^shared/csv/' }, ['^shared/csv/', DOMAIN]),
    only('limits', { path: '^shared/limits/' }, ['^shared/limits/', '^shared/ports/', DOMAIN]),
    only(
      'webhooks',
      { path: '^shared/webhooks/' },
      ['^shared/webhooks/', '^shared/ports/', DOMAIN, '^(node:)?(crypto|dns|http|https|net)$'],
      'They sign, and post to addresses that others chose: nothing else of ours does.',
    ),
    only('messages', { path: '^shared/messages/' }, [
      '^shared/messages/',
      '^shared/ports/',
      DOMAIN,
      CONTRACT,
    ]),
    only('adapters', { path: '^shared/aws/' }, [
      '^shared/aws/',
      '^shared/ports/',
      DOMAIN,
      CONTRACT,
      '^(node:)?(crypto|timers/promises)$',
      ...npm('@aws-sdk', '@smithy', 'nodemailer', '@types/nodemailer', 'zod'),
    ]),
    only('runtime', { path: '^shared/runtime/' }, [
      '^shared/runtime/',
      DOMAIN,
      CONTRACT,
      '^(node:)?(crypto|async_hooks|util|net|fs|path|zlib)$',
      '^shared/pdf/refusal\\.ts$',
      ...npm('@middy', 'zod', '@types/aws-lambda'),
    ]),
    only(
      'operations-know-ports-not-aws',
      {
        path: '^functions/([^/]+)/',
        pathNot: ['handler\\.ts$', '/routes\\.ts$', '/process-parser\\.ts$'],
      },
      [
        '^functions/$1/',
        DOMAIN,
        CONTRACT,
        '^shared/ports/',
        '^shared/(pdf|pki|messages|phone|limits|csv|webhooks)/',
        '^(node:)?(crypto|buffer)$',
        ...npm('zod'),
      ],
    ),
    only(
      'routes-know-http-not-aws',
      { path: '^functions/([^/]+)/routes\\.ts$' },
      ['^functions/$1/', DOMAIN, CONTRACT, '^shared/runtime/http-(event|route)\\.ts$'],
      'A table of routes that handlers share: it admits callers and names operations, and its handler wires them.',
    ),
    only(
      'only-the-parser-starts-a-process',
      { path: '^functions/intake/process-parser\\.ts$' },
      [
        '^functions/intake/(ports|parser)\\.ts$',
        '^shared/pdf/refusal\\.ts$',
        '^(node:)?(child_process|fs|path)$',
      ],
      'docs/decisions/parser-in-a-process.md',
    ),
    {
      name: 'operations-are-given-the-pdf-core',
      comment: 'By their handler, through pdf-core.ts: a simulation runs them without drawing.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '/(pdf-core|parser)\\.ts$' },
      to: {
        path: '^shared/pdf/',
        pathNot:
          '^shared/pdf/(refusal|plan|certificate/facts|claim/claim-url|revision/guarded-plan)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'operations-are-given-the-pki-core',
      comment:
        'By their handler, through pki-core.ts: a simulation seals without cryptography. PEM and comparing bytes need none.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '/pki-core\\.ts$' },
      to: {
        path: '^shared/pki/',
        pathNot: '^shared/pki/(asn1/pem|signature/digest|authority/roots-of)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'functions-never-import-each-other',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    only('handlers-only-wire', { path: '^functions/([^/]+)/[^/]*handler\\.ts$' }, [
      '^functions/$1/',
      '^shared/(aws|runtime|messages|contract|domain|webhooks)/',
      '^shared/ports/',
      ...npm('zod'),
    ]),
    {
      name: 'aws-sdk-only-in-adapters',
      severity: 'error',
      from: { path: '^(shared|functions)/', pathNot: '^shared/aws/' },
      to: { path: '@aws-sdk|@smithy' },
    },
    {
      name: 'infra-knows-only-the-contract',
      comment:
        'And what the font covers, so that a company that cannot be printed is never deployed.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: {
        path: '^(shared|functions)/',
        pathNot: [CONTRACT, '^shared/pdf/(font/font|refusal)\\.ts$'],
      },
    },
    {
      name: 'local-aws-stands-by-itself',
      comment: 'It runs any template; what is Sigillo’s is given to it by scripts/start/.',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: { path: '^(shared|functions|infra|web|scripts|test)/', pathNot: '^infra/local/' },
    },
    {
      name: 'pages-know-shapes-and-the-verifier',
      severity: 'error',
      from: { path: '^web/', pathNot: '/vite\\.config\\.ts$' },
      to: {
        path: '^(shared|functions|infra)/',
        pathNot: [
          '^shared/(domain|contract|phone)/',
          '^shared/pdf/(verify|hands|claim|fields)/',
          '^shared/pdf/(draw/drawing|draw/signature-appearance|font/font)\\.ts$',
          '^shared/pki/asn1/pem\\.ts$',
        ],
      },
    },
    only(
      'client-stands-by-itself',
      { path: '^client/' },
      [
        '^client/',
        '^(node:)?(child_process|crypto|events|fs|http|os|path|stream/promises|timers/promises|url|util)$',
        ...npm('@modelcontextprotocol', 'oauth4webapi', 'openapi-fetch', 'zod'),
      ],
      'It is packed and installed without the rest.',
    ),
    {
      name: 'pdfjs-with-what-browsers-lack',
      comment: 'Without web/ui/document/polyfills it draws blank pages in supported browsers.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/ui/document/(pdfjs|pdf-worker)\\.ts$' },
      to: { path: '^node_modules/pdfjs-dist', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^client/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
