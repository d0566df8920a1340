import { expect, it } from 'vitest';
import { cast } from '../../scripts/demo/cast.ts';
import { journey } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { EVENT_DATA } from '../../shared/contract/events.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import { stageOn, useTarget } from './theatre.ts';

const target = useTarget();

const inTurn = (turns: Record<string, number>): Party[] =>
  cast(4)
    .filter(({ id }) => id in turns)
    .map((party) => ({ ...party, turn: turns[party.id]! }));

it.each([
  ['two clients at once, then the company', { client: 0, client2: 0, director: 1 }],
  ['a client alone', { client: 0 }],
])(
  '%s: the document travels to its end, and its events tell who was asked when',
  async (_, turns) => {
    const stage = await stageOn(target, inTurn(turns));
    const { envelopeId, signed } = await journey(stage, paperFor(undefined, 4));
    expect(await stage.employee.download(envelopeId)).toEqual(signed);
    const events = await stage.desk.published(envelopeId, 'envelope.completed');
    const asked = events
      .filter((event) => event['detail-type'] === 'party.invited')
      .map(({ detail }) =>
        EVENT_DATA['party.invited'].parse('data' in detail ? detail.data : undefined),
      )
      .map(({ party }) => turns[party as keyof typeof turns]);
    expect(asked).toEqual(Object.values(turns).sort());
  },
  120_000,
);
