import {
  GATEWAY_MESSAGES,
  type GatewayStatus,
  PROBLEM_STATUS,
  type ProblemCode,
} from '../../shared/contract/api/problem-codes.ts';

type Json = Readonly<Record<string, unknown>>;

export const GATEWAY_MESSAGE: Json = {
  type: 'object',
  properties: { message: { type: 'string' } },
  required: ['message'],
  additionalProperties: false,
};

/** Each status with all its meanings: our problem codes, and API Gateway's own messages. */
export function problemResponses(
  codes: readonly ProblemCode[],
  gateway: readonly GatewayStatus[],
): Json {
  const statuses = new Set<number>([...codes.map((code) => PROBLEM_STATUS[code]), ...gateway]);
  return Object.fromEntries(
    [...statuses]
      .sort((a, b) => a - b)
      .map((status) => {
        const own = codes.filter((code) => PROBLEM_STATUS[code] === status).sort();
        return [
          status,
          responseOf(
            [...new Set(own)],
            gateway.find((one) => one === status),
          ),
        ];
      }),
  );
}

function responseOf(codes: readonly string[], gateway: GatewayStatus | undefined): Json {
  const message = gateway && GATEWAY_MESSAGES[gateway];
  return {
    description: [codes.join(', '), message && `API Gateway: ${message}`]
      .filter(Boolean)
      .join('; '),
    content: {
      ...(codes.length > 0 && { 'application/problem+json': { schema: problemWith(codes) } }),
      ...(message && {
        'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } },
      }),
    },
  };
}

const problemWith = (codes: readonly string[]): Json => ({
  allOf: [
    { $ref: '#/components/schemas/Problem' },
    { type: 'object', properties: { code: { enum: codes } } },
  ],
});
