import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { provisioner, unused } from './provisioner.ts';

const Secret = z.strictObject({
  Name: unused,
  Description: unused,
  GenerateSecretString: z.strictObject({
    ExcludePunctuation: z.literal(true),
    PasswordLength: z.number(),
  }),
  Tags: unused,
});

/** Generated once; `{{resolve:secretsmanager:…}}` in the template resolves to it. */
export const provisionSecret = provisioner(Secret, ({ name, properties }, { store }) => {
  const length = properties.GenerateSecretString.PasswordLength;
  if (store.get('secret', name) === undefined)
    store.put('secret', name, randomBytes(length).toString('hex').slice(0, length));
  return { ref: name, attributes: { Id: name } };
});
