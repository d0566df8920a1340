import type { StackShape } from './stack-shape.ts';

/** Why a first deployment that was rolled back could not be repeated. */
export const repeatProblems = (stacks: readonly StackShape[]): string[] =>
  stacks.flatMap(({ name, resources }) =>
    Object.entries(resources).flatMap(([id, { named, deletion, guarded }]) => {
      if (deletion === 'Retain' && named) return [`${name}.${id} stays behind with its name`];
      if (deletion !== 'Retain' && guarded)
        return [`${name}.${id} is protected: a rollback cannot delete it`];
      return [];
    }),
  );
