import { parentPort, workerData } from 'node:worker_threads';
import { validateAll, type ValidationJob } from './aws-validator';

parentPort?.postMessage(validateAll(workerData as ValidationJob));
