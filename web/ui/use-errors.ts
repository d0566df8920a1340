import { useState } from 'preact/hooks';

export interface FieldError {
  /** Id of the control. */
  readonly id: string;
  readonly message: string;
}

export interface Errors<E extends FieldError = FieldError> {
  /** Counts attempts, so that the same errors are announced again at each. */
  readonly attempt: number;
  readonly found: readonly E[];
}

/** Errors of the last attempt. `keepWhere` removes corrected ones silently. */
export function useErrors<E extends FieldError = FieldError>() {
  const [errors, setErrors] = useState<Errors<E>>({ attempt: 0, found: [] });
  const tell = (found: readonly E[]) =>
    setErrors(({ attempt }) => ({ attempt: attempt + 1, found }));
  const keepWhere = (isLeft: (error: E) => boolean) =>
    setErrors((before) => {
      const found = before.found.filter(isLeft);
      return found.length < before.found.length ? { ...before, found } : before;
    });
  return { errors, tell, keepWhere };
}
