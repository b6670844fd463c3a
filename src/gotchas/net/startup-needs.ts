import { known, Unknown } from '../../facts/fact';
import type { TaskFacts } from '../../facts/task';
import { mayBeFromOwnRegistry } from '../images';

/** Where no endpoint leads to. */
export const INTERNET = 'the registry of their image';

/** What a task on Fargate has to reach to start, as far as its containers tell: names of endpoints, or an image's registry. */
export function startupNeeds(task: TaskFacts): readonly string[] {
  const needs = new Set<string>();
  for (const { image, logging, secrets } of known(task.containers)) {
    if (image.inPrivateEcr === true) ['ecr.api', 'ecr.dkr', 's3'].forEach((endpoint) => needs.add(endpoint));
    if (image.inPrivateEcr === false && !mayBeFromOwnRegistry(image)) needs.add(INTERNET);
    if (logging && !(logging instanceof Unknown) && logging.driver === 'awslogs') needs.add('logs');
    for (const { valueFrom } of secrets instanceof Unknown ? [] : secrets) {
      if (typeof valueFrom === 'string') needs.add(valueFrom.includes(':secretsmanager:') ? 'secretsmanager' : 'ssm');
    }
  }
  return [...needs];
}
