import {
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE } from '../../contract/event-types.ts';
import type { SigilloEvent } from '../../contract/events.ts';
import type { Pause } from '../../ports/machine.ts';
import type { EventBus } from '../../ports/workflow.ts';
import { systemPause } from '../machine/system-pause.ts';

/** Module-scope client, shared by the calls of a warm function. */
const eventBridge = new EventBridgeClient({});

/** PutEvents's limit of entries. */
const BATCH = 10;
const ATTEMPTS = 3;
const PAUSE_MS = 200;

export const eventBridgeBus = (
  { BUS_NAME }: { BUS_NAME: string },
  pause: Pause = systemPause,
): EventBus => ({
  publish: async (events) => {
    const entries = events.map((event) => entryOf(event, BUS_NAME));
    for (let from = 0; from < entries.length; from += BATCH) {
      await publishBatch(entries.slice(from, from + BATCH), pause);
    }
  },
});

const entryOf = ({ type, detail }: SigilloEvent, bus: string): PutEventsRequestEntry => ({
  EventBusName: bus,
  Source: EVENT_SOURCE,
  DetailType: type,
  Detail: JSON.stringify(detail),
  Time: new Date(detail.metadata.at),
});

/** Retries the entries that EventBridge rejects from a batch. */
async function publishBatch(
  entries: readonly PutEventsRequestEntry[],
  pause: Pause,
): Promise<void> {
  let left = [...entries];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { Entries: answers = [] } = await eventBridge.send(
      new PutEventsCommand({ Entries: left }),
    );
    left = left.filter((_, index) => answers[index]?.ErrorCode !== undefined);
    if (left.length === 0) return;
    await pause(attempt * PAUSE_MS);
  }
  throw new Error(`${left.length} events were not accepted`);
}
