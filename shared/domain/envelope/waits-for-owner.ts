import { isSameName } from './is-owner.ts';

interface Listed {
  readonly waitingFor: readonly string[];
  readonly ownedBy?: { readonly name?: string | undefined } | undefined;
}

/**
 * Whether its sender is on turn, by the name: a row of the list has no addresses. False where the row of an
 * earlier release has no owner's name.
 */
export function waitsForOwner({ waitingFor, ownedBy }: Listed): boolean {
  const name = ownedBy?.name;
  return name !== undefined && waitingFor.some((one) => isSameName(one, name));
}
