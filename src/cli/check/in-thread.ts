import { Worker } from 'node:worker_threads';
import type { Validated, ValidationJob } from './aws-validator';

/** Validates in another thread, until the signal stops it. The validator is loaded from an untrusted folder, so it has no environment variables. */
export function validateInThread(job: ValidationJob, signal: AbortSignal): Promise<readonly Validated[]> {
  const worker = new Worker(require.resolve('./aws-validator-thread'), { workerData: job, env: {} });
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      void worker.terminate();
      reject(new Error('interrupted'));
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('the validator ended without an answer'));
    });
  });
}
