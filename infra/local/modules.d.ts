declare module 'asl-validator' {
  export default function validate(
    definition: unknown,
    options?: { checkPaths?: boolean; checkArn?: boolean },
  ): { isValid: boolean; errorsText(separator?: string): string };
}

declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Model = { [name: string]: unknown };

  export interface Adapter {
    upsert(id: string, payload: Model, expiresIn: number): Promise<void>;
    find(id: string): Promise<Model | undefined>;
    findByUserCode(userCode: string): Promise<Model | undefined>;
    findByUid(uid: string): Promise<Model | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Client {
    clientId: string;
    grantTypeAllowed(type: string): boolean;
  }

  export interface Context {
    oidc: {
      provider: Provider;
      client: Client;
      session: { accountId: string };
      requestParamScopes: Set<string>;
    };
    type: string;
    body: unknown;
  }

  export class Grant {
    constructor(properties: { clientId: string; accountId: string });
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: typeof Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string; remember?: boolean } } | { error: string },
    ): Promise<void>;
    on(event: string, listener: (...values: unknown[]) => void): this;
  }

  export default Provider;
}
