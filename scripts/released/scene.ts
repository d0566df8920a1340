import { cast } from '../demo/cast.ts';
import { signCeremony } from '../demo/ceremony.ts';
import { eventually } from '../demo/eventually.ts';
import { type Stage, type Step, setStage, signerOf } from '../demo/stage.ts';

export const silent: Step = (_, act) => act();

export const CODE_PAUSE_PASSED_MS = 61_000;

export const stageWith = (api: string, parties = cast(2)): Promise<Stage> =>
  setStage(api, parties, silent);

export const sign = (stage: Stage, party: string) => signCeremony(signerOf(stage, party), silent);

export const hasStatus = ({ employee }: Stage, id: string, wanted: string) =>
  eventually(`status ${wanted}`, async () => (await employee.show(id)).status === wanted);

export const hasHappened = ({ employee }: Stage, id: string, type: string, times = 1) =>
  eventually(`${type}, ${times} times`, async () => {
    const { timeline } = await employee.show(id);
    return timeline.filter((item) => item.type === type).length >= times;
  });
