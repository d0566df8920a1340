import type { Plugin } from 'rolldown';

/** Packages free of side effects that lack `sideEffects: false` in their package.json. */
const WITHOUT_SIDE_EFFECTS =
  /\/node_modules\/(@?pdf-lib|@smithy|@aws-sdk|@aws|asn1js|@peculiar|qrcode|mnemonist|obliterator)\//;

/** pdf-lib's classes are compiled to IIFEs, which a bundler keeps unless they are marked pure. */
const pureClasses: Plugin = {
  name: 'pure-classes',
  transform: {
    filter: { id: /\/node_modules\/@?pdf-lib\// },
    handler: (code) => ({ code: code.replaceAll('/** @class */', '/*@__PURE__*/'), map: null }),
  },
};

/** Options of rolldown by which a bundle holds only what is used. */
export const lean = {
  plugins: [pureClasses],
  treeshake: { moduleSideEffects: [{ test: WITHOUT_SIDE_EFFECTS, sideEffects: false }] },
};
