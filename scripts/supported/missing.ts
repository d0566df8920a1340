/** Something that a supported browser lacks. */
export interface Missing {
  /** Such as `Promise.try`, `Float16Array` or `display: grid-lanes`. */
  readonly feature: string;
  readonly lackedBy: readonly string[];
}

/** Records a feature that a supported browser lacks; features without compatibility data are ignored. */
export function missing(
  found: Map<string, Missing>,
  feature: string,
  lackedBy: readonly string[] | undefined,
): void {
  if (lackedBy?.length) found.set(feature, { feature, lackedBy });
}
