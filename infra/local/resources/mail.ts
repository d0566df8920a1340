import {
  CreateConfigurationSetCommand,
  VerifyDomainIdentityCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import * as z from 'zod';
import { provisioner, unused } from './provisioner.ts';

const EmailIdentity = z.strictObject({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: unused,
  DkimAttributes: unused,
  DkimSigningAttributes: unused,
  FeedbackAttributes: unused,
  MailFromAttributes: unused,
  Tags: unused,
});

/** Every identity counts as verified, because there is no DNS to verify it by. */
export const provisionEmailIdentity = provisioner(
  EmailIdentity,
  async ({ properties }, { aws }) => {
    const { EmailIdentity: identity } = properties;
    if (identity.includes('@'))
      await aws.ses.send(new VerifyEmailIdentityCommand({ EmailAddress: identity }));
    else await aws.ses.send(new VerifyDomainIdentityCommand({ Domain: identity }));
    const records = [1, 2, 3].flatMap((index): [string, string][] => [
      [`DkimDNSTokenName${index}`, `local${index}._domainkey.${identity}`],
      [`DkimDNSTokenValue${index}`, `local${index}.dkim.amazonses.com`],
    ]);
    return { ref: identity, attributes: Object.fromEntries(records) };
  },
);

const ConfigurationSet = z.strictObject({
  Name: z.string().optional(),
  ReputationOptions: unused,
  SendingOptions: unused,
  DeliveryOptions: unused,
  SuppressionOptions: unused,
  Tags: unused,
});

export const provisionConfigurationSet = provisioner(ConfigurationSet, async (request, { aws }) => {
  const Name = request.properties.Name ?? request.name;
  await aws.ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name } }));
  return { ref: Name, attributes: {} };
});

const EventDestination = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: z.string().optional(),
    Enabled: z.literal(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.strictObject({
      EventBusArn: z.string().endsWith('event-bus/default'),
    }),
  }),
});

export const provisionEventDestination = provisioner(EventDestination, (request, { mail }) => {
  const { ConfigurationSetName, EventDestination: destination } = request.properties;
  mail.publishEvents(ConfigurationSetName, destination.MatchingEventTypes);
  return { ref: request.name, attributes: { Id: request.name } };
});
