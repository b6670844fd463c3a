import { disk } from './disk';
import { healthCheck } from './health-check';
import { inLog } from './in-log';
import type { NameLimit, Stops } from './limit';
import { memory } from './memory';
import { restartPolicy } from './restart-policy';
import { stopTimeout } from './stop-timeout';
import type { Meaning } from '../classifier/meaning';

const LIMITS: readonly NameLimit[] = [memory, stopTimeout, healthCheck, disk, inLog, restartPolicy];

/** The meaning of stops, with the limits that ended the tasks: their numbers, and the options that set them. */
export function withLimit(stops: Stops): Meaning {
  return LIMITS.reduce((meaning, limit) => ({ ...meaning, ...limit({ ...stops, meaning }) }), stops.meaning);
}
