import { repositoryOf } from './image-repositories';
import { neededFor } from '../../cloudformation/creation-order';
import { referredIn } from '../../cloudformation/references';
import type { Resource } from '../../cloudformation/template';
import { containersOf, taskOf } from '../queues/queue-consumers';

/**
 * Repositories that CloudFormation creates with a service whose tasks pull from them, and that nothing fills before the service. A custom resource
 * or a condition may see to the first image.
 */
export function readEmptyRepositories(service: Resource): readonly string[] {
  const task = taskOf(service);
  const repositories = task ? containersOf(task).map((container) => repositoryOf(container.get('Image'))) : [];
  const own = [...new Set(repositories)].filter((repository) => repository !== undefined && isOwn(repository, service));
  return own.length === 0 || [...neededFor(service)].some(runsCode) ? [] : own.map((repository) => repository!.logicalId);
}

function isOwn(repository: Resource, service: Resource): boolean {
  return repository.template === service.template && repository.condition === undefined && service.condition === undefined;
}

/** A resource that runs code of the app while the stack is created. */
function runsCode(resource: Resource): boolean {
  return /^Custom::|^AWS::CloudFormation::(CustomResource|WaitCondition)$/.test(resource.type) && referredIn(resource).size > 0;
}
