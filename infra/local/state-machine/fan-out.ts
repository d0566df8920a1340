import type { Json } from '../json.ts';
import type { Branch, MapState, ParallelState } from './definition.ts';
import type { Frame } from './execution.ts';
import { bindingsOf, type Run } from './run.ts';
import { StatesError } from './states-error.ts';

type RunFrame = (run: Run, frame: Frame, branch: Branch) => Promise<Json>;

/** Runs every branch on the state's input (or `Arguments`); the result lists their outputs. */
export async function runParallel(
  run: Run,
  frame: Frame,
  state: ParallelState,
  runFrame: RunFrame,
): Promise<Json> {
  const input =
    state.Arguments === undefined
      ? frame.input
      : await run.evaluate(state.Arguments, bindingsOf(run, frame));
  const { variables } = frame;
  const children = begin(run, frame, () =>
    state.Branches.map(({ StartAt }) => ({ state: StartAt, input, variables })),
  );
  const tasks = state.Branches.map((branch, index) => (inner: Run) => {
    const child = children[index];
    if (!child) throw new StatesError('States.Runtime', 'A branch was lost');
    return runFrame(inner, child, branch);
  });
  return runLanes(run, tasks, tasks.length);
}

/** Runs the item processor on every item, at most `MaxConcurrency` at once (0: all). */
export async function runMap(
  run: Run,
  frame: Frame,
  state: MapState,
  runFrame: RunFrame,
): Promise<Json> {
  const items = await itemsOf(run, frame, state);
  const inputs = await Promise.all(
    items.map((item, index) => itemInput(run, frame, state, item, index)),
  );
  const children = begin(run, frame, () =>
    inputs.map((input, Index) => ({
      state: state.ItemProcessor.StartAt,
      input,
      variables: frame.variables,
      item: { Index, Value: items[Index] ?? null },
    })),
  );
  const limit = await run.evaluate(state.MaxConcurrency ?? 0, bindingsOf(run, frame));
  const tasks = children.map((child, index) => async (inner: Run) => {
    const of = { name: frame.state, index };
    if (child.enteredAt === undefined && !child.finished)
      run.journal.record(run.execution, 'MapIterationStarted', of);
    const output = await runFrame(inner, child, state.ItemProcessor);
    run.journal.record(run.execution, 'MapIterationSucceeded', of);
    return output;
  });
  return runLanes(run, tasks, Number(limit) || tasks.length);
}

async function itemsOf(run: Run, frame: Frame, state: MapState): Promise<Json[]> {
  const items =
    state.Items === undefined
      ? frame.input
      : await run.evaluate(state.Items, bindingsOf(run, frame));
  if (!Array.isArray(items))
    throw new StatesError('States.QueryEvaluationError', 'The Items of a Map must be a list');
  return items;
}

async function itemInput(run: Run, frame: Frame, state: MapState, item: Json, index: number) {
  if (state.ItemSelector === undefined) return item;
  const ofItem = { ...frame, item: { Index: index, Value: item } };
  return run.evaluate(state.ItemSelector, bindingsOf(run, ofItem));
}

/** The children restored after a restart, or new ones, stored before any of them runs. */
function begin(run: Run, frame: Frame, create: () => readonly Frame[]): readonly Frame[] {
  if (frame.children) return frame.children;
  frame.children = create();
  run.journal.save(run.execution);
  return frame.children;
}

/** The first failure cancels the siblings. */
async function runLanes(
  run: Run,
  tasks: readonly ((inner: Run) => Promise<Json>)[],
  width: number,
): Promise<Json[]> {
  const ending = new AbortController();
  const inner = { ...run, signal: AbortSignal.any([run.signal, ending.signal]) };
  const results: Json[] = [];
  const waiting = tasks.entries();
  async function lane() {
    for (const [index, task] of waiting) results[index] = await task(inner);
  }
  try {
    await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, lane));
  } finally {
    ending.abort();
  }
  return results;
}
