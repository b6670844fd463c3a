import { known, Unknown } from '../../facts/fact';
import type { TaskFacts } from '../../facts/task';
import { mayBeFromOwnRegistry } from '../images';

/** Registries without an endpoint. */
export const INTERNET = 'the registry of their image';

/** Addresses that a task on Fargate must reach to start. */
export interface StartupNeeds {
  /** Names of endpoints, or an image's registry, as far as the containers show. */
  readonly known: readonly string[];
  /** Reason for which there may be more. */
  readonly unclear?: Unknown;
}

/** Finds the addresses that a task on Fargate must reach to start. */
export function startupNeeds(task: TaskFacts): StartupNeeds {
  const needs = new Set<string>();
  let unclear: Unknown | undefined;
  for (const { image, logging, secrets, environmentFiles, hasRepositoryCredentials } of known(task.containers)) {
    if (image.inPrivateEcr === true) ['ecr.api', 'ecr.dkr', 's3'].forEach((endpoint) => needs.add(endpoint));
    if (image.inPrivateEcr === false && !mayBeFromOwnRegistry(image)) needs.add(INTERNET);
    if (logging && !(logging instanceof Unknown) && logging.driver === 'awslogs') needs.add('logs');
    if (hasRepositoryCredentials === true) needs.add('secretsmanager');
    if (!(environmentFiles instanceof Unknown) && environmentFiles.length > 0) needs.add('s3');
    for (const { reference } of secrets instanceof Unknown ? [] : secrets) {
      const endpoint = endpointOf(reference);
      if (endpoint instanceof Unknown) unclear = endpoint;
      else needs.add(endpoint);
    }
  }
  return { known: [...needs], unclear };
}

// A name without an ARN is that of a parameter.
function endpointOf(reference: string | Unknown): string | Unknown {
  if (reference instanceof Unknown) return reference;
  if (reference.includes(':secretsmanager:')) return 'secretsmanager';
  return reference.includes(':ssm:') || /^[\w./-]+$/.test(reference) ? 'ssm' : new Unknown('the deployment decides where a secret is');
}
