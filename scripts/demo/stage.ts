import type { Party } from '../../shared/domain/envelope/party.ts';
import { Employee } from './employee.ts';
import { LocalDesk } from './local-desk.ts';
import { signIn } from './sign-in.ts';
import { Signer } from './signer.ts';

/** Runs one named step of a journey: may print it, time it, or kill the target before it. */
export type Step = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** A running local target and the people of a journey. */
export interface Stage {
  readonly api: string;
  readonly desk: LocalDesk;
  readonly employee: Employee;
  /** The employee's. */
  readonly idToken: string;
  readonly signers: readonly Signer[];
  readonly step: Step;
}

export async function setStage(
  api: string,
  parties: readonly Party[],
  step: Step,
  user = 'employee',
): Promise<Stage> {
  const desk = new LocalDesk(api);
  const idToken = await step('the employee signs in', async () => {
    const { signIn: place } = await desk.target();
    return signIn(place, user);
  });
  const employee = new Employee(api, idToken);
  const signers = parties.map((party) => new Signer(api, desk, party));
  return { api, desk, employee, idToken, signers, step };
}

export function signerOf({ signers }: Stage, id: string): Signer {
  const signer = signers.find(({ party }) => party.id === id);
  if (!signer) throw new Error(`nobody plays ${id}`);
  return signer;
}
