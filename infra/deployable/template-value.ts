export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every key with its value, however deep. */
function* entriesIn(value: unknown): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield [key, inner];
    yield* entriesIn(inner);
  }
}

/** The logical ids that a value names. */
export const idsIn = (value: unknown): Set<string> =>
  new Set(
    [...entriesIn({ value })].flatMap(([key, inner]) => {
      if (key === 'Ref') return [String(inner)];
      return key === 'Fn::GetAtt' ? [String([inner].flat()[0]).replace(/\..*/, '')] : [];
    }),
  );

/** The names of other stacks' exports in a template. */
export const importsIn = (template: unknown): string[] => [
  ...new Set(
    [...entriesIn(template)].flatMap(([key, inner]) =>
      key === 'Fn::ImportValue' ? [String(inner)] : [],
    ),
  ),
];

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
