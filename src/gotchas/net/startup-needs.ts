import { known, Unknown, type Fact } from '../../facts/fact';
import type { TaskFacts } from '../../facts/task';
import { mayBeFromOwnRegistry } from '../images';

/** Registries without an endpoint. */
export const INTERNET = 'the registry of their image';

/** Addresses that a task on Fargate must reach to start. */
export interface StartupNeeds {
  /** Names of endpoints, or an image's registry, as far as the containers show. */
  readonly known: readonly string[];
  /** Needs that have addresses of IPv4 alone. */
  readonly ofIpv4: readonly string[];
  /** Facts that are unknown, each with what the task may need because of it. */
  readonly open: readonly OpenNeed[];
}

/** Addresses that a task may need, and the fact that would decide. */
export interface OpenNeed {
  readonly fact: Unknown;
  /** Names of endpoints, or an image's registry; with all of them the task can start. */
  readonly needs: readonly string[];
}

const OF_ECR = ['ecr.api', 'ecr.dkr', 's3'];
const OF_SECRETS = ['secretsmanager', 'ssm'];

/** Finds the addresses that a task on Fargate must reach to start. */
export function startupNeeds(task: TaskFacts): StartupNeeds {
  const needs = new Set<string>();
  const ofIpv4 = new Set<string>();
  const open: OpenNeed[] = [];
  const unless = <T>(fact: Fact<T>, may: readonly string[], then: (value: T) => void): void => {
    if (fact instanceof Unknown) open.push({ fact, needs: may });
    else then(fact as T);
  };
  for (const { image, logging, secrets, environmentFiles, hasRepositoryCredentials } of known(task.containers)) {
    unless(image.inPrivateEcr, [...OF_ECR, INTERNET], (isInEcr) => {
      if (isInEcr) OF_ECR.forEach((endpoint) => needs.add(endpoint));
      else if (!mayBeFromOwnRegistry(image)) needs.add(INTERNET);
      if (image.isIpv4Only === true) ofIpv4.add(isInEcr ? 'ecr.dkr' : INTERNET);
    });
    unless(logging && !(logging instanceof Unknown) ? logging.driver : logging, ['logs'], (driver) => driver === 'awslogs' && needs.add('logs'));
    unless(hasRepositoryCredentials, ['secretsmanager'], (isNeeded) => isNeeded && needs.add('secretsmanager'));
    unless(environmentFiles, ['s3'], ({ length }) => length > 0 && needs.add('s3'));
    unless(secrets, OF_SECRETS, (all) => {
      for (const { reference } of all) unless(endpointOf(reference), OF_SECRETS, (endpoint) => needs.add(endpoint));
    });
  }
  return { known: [...needs], ofIpv4: [...ofIpv4], open };
}

// A name without an ARN is that of a parameter.
function endpointOf(reference: Fact<string>): Fact<string> {
  if (reference instanceof Unknown) return reference;
  if (reference.includes(':secretsmanager:')) return 'secretsmanager';
  return reference.includes(':ssm:') || /^[\w./-]+$/.test(reference) ? 'ssm' : new Unknown('the deployment decides where a secret is');
}
