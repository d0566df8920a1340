import type { Authority } from './authority.ts';

/** Every root with which documents of this authority may verify, newest first. */
export const rootsOf = ({ root, earlierRoots }: Authority): readonly Uint8Array[] => [
  root,
  ...earlierRoots,
];
