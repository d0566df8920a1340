import type { DailyLimits } from '../../../shared/domain/limits.ts';
import type { PresignedDownload } from '../files/presigned-download.ts';
import type { SenderPorts } from '../ports.ts';
import { makeBatchResults, makeTemplateSample } from './batch-files.ts';
import { type BatchSettings, makeNewBatch } from './new-batch.ts';
import { makeListBatches, makeShowBatch } from './read-batches.ts';
import { makeReserve } from './reserve.ts';
import { makeRetryBatch, makeStartBatch, makeStopBatch } from './steer-batch.ts';

interface Settings extends BatchSettings {
  readonly DAILY_LIMITS: DailyLimits;
}

/** Sending to many: rarely asked for, so imported with its first use. */
export function makeBatchOperations(
  ports: SenderPorts,
  download: PresignedDownload,
  settings: Settings,
) {
  const reserve = makeReserve(ports, settings.DAILY_LIMITS);
  return {
    templateSample: makeTemplateSample(ports, download),
    newBatch: makeNewBatch(ports, reserve, settings),
    listBatches: makeListBatches(ports),
    showBatch: makeShowBatch(ports, settings),
    startBatch: makeStartBatch(ports, reserve, settings),
    stopBatch: makeStopBatch(ports, settings),
    retryBatch: makeRetryBatch(ports, reserve, settings),
    batchResults: makeBatchResults(ports, download, settings),
  };
}
