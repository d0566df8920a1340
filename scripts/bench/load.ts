import { randomUUID } from 'node:crypto';
import { cast } from '../demo/cast.ts';
import { setPatience } from '../demo/eventually.ts';
import { journey } from '../demo/journey.ts';
import { contract } from '../demo/paper.ts';
import { type Step, setStage } from '../demo/stage.ts';

const SIZES = [1, 20, 100];

/** Generous, because one machine does all the work; the test is that no envelope is lost. */
const PATIENCE_SECONDS = 1_800;
/** Polling interval in ms: all journeys together send at most 25 requests a second, below the API's throttle. */
const pauseFor = (size: number): number => Math.max(100, 40 * size);

/** E-mail only, because text messages would exceed a sender's daily limit. */
const people = () =>
  cast(2).map((party, index) => ({
    ...party,
    channel: { kind: 'email', address: `${party.id}${index}.${randomUUID()}@example.com` } as const,
  }));

type Times = Map<string, number[]>;

/** Names of a journey's steps without the person, so that times are grouped. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^creates an envelope/, 'create'],
  [/^uploads the PDF/, 'upload and check'],
  [/^sends/, 'send'],
  [/finds the invitation/, 'invitation arrives'],
  [/opens the link/, 'open'],
  [/asks for a code/, 'ask for a code'],
  [/enters the code/, 'enter the code'],
  [/ signs$/, 'sign'],
  [/seal closes/, 'seal and close'],
  [/gets the PDF by mail|gets a link/, 'delivery arrives'],
  [/knows the code/, 'public record'],
];

const placeOf = (name: string): string | undefined =>
  PLACES.find(([pattern]) => pattern.test(name))?.[1];

const timed =
  (times: Times): Step =>
  async (name, act) => {
    const began = performance.now();
    const result = await act();
    const place = placeOf(name);
    if (place) times.set(place, [...(times.get(place) ?? []), performance.now() - began]);
    return result;
  };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Run {
  readonly size: number;
  readonly times: Times;
  readonly seconds: number;
  readonly lost: readonly string[];
}

/** Runs complete journeys concurrently, each with its own employee and signers. */
async function run(api: string, size: number): Promise<Run> {
  setPatience(PATIENCE_SECONDS, pauseFor(size));
  const times: Times = new Map();
  const paper = contract();
  const began = performance.now();
  const each = async () => journey(await setStage(api, people(), timed(times)), paper);
  const ends = await Promise.allSettled(Array.from({ length: size }, each));
  const lost = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
  return { size, times, seconds: (performance.now() - began) / 1_000, lost };
}

function print(runs: readonly Run[]): void {
  const [one] = runs;
  const columns = runs.map(({ size }) => `${size} at once`.padStart(14)).join('');
  console.log(`\n${'median of a step'.padEnd(22)}${columns}`);
  for (const [, place] of PLACES) {
    const cells = runs.map(({ times }) => cell(times.get(place), one?.times.get(place)));
    console.log(`${place.padEnd(22)}${cells.map((text) => text.padStart(14)).join('')}`);
  }
  const rates = runs.map(({ size, seconds }) => `${(size / seconds).toFixed(2)} /s`.padStart(14));
  console.log(`${'envelopes'.padEnd(22)}${rates.join('')}`);
}

/**
 * Times of the first run in ms, of the others as multiples of it, because absolute times on this machine say
 * little about Lambda.
 */
function cell(values: readonly number[] = [], first: readonly number[] = []): string {
  if (values === first) return `${median(values).toFixed(0)} ms`;
  return `× ${(median(values) / median(first)).toFixed(1)}`;
}

/**
 * Runs one, twenty and a hundred journeys at once, from upload to verified document. True if no envelope was
 * lost.
 * @param sizes other numbers, such as `1,5`
 */
export async function benchLoad(api: string, sizes: readonly number[] = SIZES): Promise<boolean> {
  await run(api, 1);
  const runs: Run[] = [];
  for (const size of sizes) {
    const done = await run(api, size);
    runs.push(done);
    console.log(
      `${size} at once: ${size - done.lost.length} arrived in ${done.seconds.toFixed(1)} s`,
    );
    for (const reason of done.lost) console.log(`  lost: ${reason}`);
  }
  print(runs);
  return runs.every(({ lost }) => lost.length === 0);
}
