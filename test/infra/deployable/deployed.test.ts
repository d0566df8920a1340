import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deploymentProblems } from '../../../infra/deployable/deployment-problems.ts';
import { stackShape } from '../../../infra/deployable/stack-shape.ts';
import { specification } from './shapes.ts';

interface Account {
  stacks: Record<
    string,
    { readonly status: string; guarded?: boolean; readonly template?: object }
  >;
  verified: readonly string[];
  readonly asked: string[];
}

let account: Account;
let server: Server;

const xml = (text: string) =>
  text.replace(/[<>&]/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);

/** CloudFormation and SES in their query protocol. */
function answer(form: URLSearchParams): [number, string] {
  const action = form.get('Action') ?? '';
  const name = form.get('StackName') ?? '';
  account.asked.push([action, name].filter(Boolean).join(' '));
  const result = (inner: string): [number, string] => [
    200,
    `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>`,
  ];
  const stack = account.stacks[name];
  if (action === 'GetIdentityVerificationAttributes')
    return result(
      `<VerificationAttributes>${account.verified
        .map(
          (it) =>
            `<entry><key>${it}</key><value><VerificationStatus>Success</VerificationStatus></value></entry>`,
        )
        .join('')}</VerificationAttributes>`,
    );
  if (!stack)
    return [
      400,
      `<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`,
    ];
  if (action === 'DescribeStacks')
    return result(
      `<Stacks><member><StackName>${name}</StackName><StackStatus>${stack.status}</StackStatus><EnableTerminationProtection>${stack.guarded ?? false}</EnableTerminationProtection></member></Stacks>`,
    );
  if (action === 'GetTemplate')
    return result(`<TemplateBody>${xml(JSON.stringify(stack.template))}</TemplateBody>`);
  stack.guarded = form.get('EnableTerminationProtection') === 'true';
  return result(`<StackId>${name}</StackId>`);
}

beforeEach(async () => {
  account = { stacks: {}, verified: [], asked: [] };
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const [status, text] = answer(new URLSearchParams(body));
      response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

const TEMPLATE = {
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: ['id'] } },
    Sender: {
      Type: 'AWS::Lambda::Function',
      Properties: { Environment: { Variables: { MAIL_FROM: 'sign@old.test' } } },
    },
  },
};

const running = (status = 'UPDATE_COMPLETE') => ({ status, guarded: true, template: TEMPLATE });

async function judged(template: object = TEMPLATE, mailFrom = 'sign@old.test') {
  const { port } = server.address() as AddressInfo;
  const options = {
    region: 'eu-south-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  };
  const clients = {
    cloudFormation: new CloudFormationClient(options),
    ses: new SESClient(options),
  };
  const told: string[] = [];
  const stacks = [stackShape('Data', template as typeof TEMPLATE, specification)];
  const problems = await deploymentProblems(clients, { stacks, mailFrom }, (it) => told.push(it));
  return { problems, told };
}

describe('before a deployment', () => {
  test('nothing stands in the way where nothing runs', async () => {
    expect(await judged()).toEqual({ problems: [], told: [] });
  });

  test.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'])(
    'a stack in %s loses its termination protection, for it never lived',
    async (status) => {
      account.stacks.Data = running(status);
      const { problems, told } = await judged({ Resources: {} });
      expect(problems).toEqual([]);
      expect(told.join()).toMatch(/Data was rolled back before it ever ran/);
      expect(account.stacks.Data.guarded).toBe(false);
    },
  );

  test.each([
    'CREATE_COMPLETE',
    'UPDATE_COMPLETE',
    'UPDATE_ROLLBACK_COMPLETE',
    'UPDATE_ROLLBACK_FAILED',
  ])('a stack in %s keeps it', async (status) => {
    account.stacks.Data = running(status);
    expect(await judged()).toEqual({ problems: [], told: [] });
    expect(account.stacks.Data.guarded).toBe(true);
    expect(account.asked).not.toContain('UpdateTerminationProtection Data');
  });

  test('a loss is told while nothing has changed yet', async () => {
    account.stacks.Data = running();
    const { problems } = await judged({ Resources: { Sender: TEMPLATE.Resources.Sender } });
    expect(problems).toEqual([expect.stringMatching(/Data\.Table .* goes/)]);
  });
});

describe('another mail domain', () => {
  beforeEach(() => {
    account.stacks.Data = running();
  });

  test('is refused until SES has verified it, with what to do meanwhile', async () => {
    const { problems } = await judged(TEMPLATE, 'sign@next.test');
    expect(problems.join()).toMatch(/SES has not verified next\.test/);
    expect(problems.join()).toContain("`mail.identities` to ['old.test', 'next.test']");
  });

  test.each(['next.test', 'sign@next.test'])('is taken once %s is verified', async (identity) => {
    account.verified = [identity];
    expect((await judged(TEMPLATE, 'sign@next.test')).problems).toEqual([]);
  });

  test('is not asked for where the domain stays, or nothing runs', async () => {
    await judged(TEMPLATE, 'firma@old.test');
    account.stacks = {};
    await judged(TEMPLATE, 'sign@next.test');
    expect(account.asked).not.toContain('GetIdentityVerificationAttributes');
  });
});
