import { GetIdentityVerificationAttributesCommand, type SESClient } from '@aws-sdk/client-ses';
import type { DeployedStack } from './deployed-stacks.ts';

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** The address from which the running functions send. */
function senderOf(stacks: readonly DeployedStack[]): string | undefined {
  const resources = stacks.flatMap(({ template }) =>
    Object.values<{ Properties?: { Environment?: { Variables?: { MAIL_FROM?: unknown } } } }>(
      JSON.parse(template).Resources ?? {},
    ),
  );
  const senders = resources.map(({ Properties }) => Properties?.Environment?.Variables?.MAIL_FROM);
  return senders.find((sender) => typeof sender === 'string');
}

/**
 * Why the running deployment may not yet send from `from`; undefined if it may. Until SES has verified
 * another domain, every link, code and document that is sent from it fails.
 */
export async function mailProblem(
  client: SESClient,
  stacks: readonly DeployedStack[],
  from: string,
): Promise<string | undefined> {
  const before = senderOf(stacks);
  const [old, domain] = [before && domainOf(before), domainOf(from)];
  if (old === undefined || old === domain) return undefined;
  const asked = new GetIdentityVerificationAttributesCommand({ Identities: [from, domain] });
  const { VerificationAttributes = {} } = await client.send(asked);
  const states = [from, domain].map((it) => VerificationAttributes[it]?.VerificationStatus);
  if (states.includes('Success')) return undefined;
  return [
    `SES has not verified ${domain}, so no mail could be sent from ${from}.`,
    `Keep \`mail.from\` at ${old}, set \`mail.identities\` to ['${old}', '${domain}'], deploy, add the printed`,
    `DKIM records to the DNS of ${domain}, and set \`mail.from\` when SES says that it is verified.`,
  ].join('\n');
}
