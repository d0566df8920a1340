import type { Plugin } from 'rolldown';

/** Packages that do not say, though it is so, that a module of theirs which nobody uses can be left out. */
const WITHOUT_SIDE_EFFECTS =
  /\/node_modules\/(@?pdf-lib|@smithy|@aws-sdk|@aws|asn1js|@peculiar|qrcode|mnemonist|obliterator)\//;

/** pdf-lib's classes are functions called at once, which a bundler must keep unless told that they do nothing else. */
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
