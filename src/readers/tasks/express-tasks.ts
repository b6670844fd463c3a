import { readEnvironment, readImage } from './containers';
import { readRole } from '../permissions/roles';
import { readSecret, readSecretFrom } from './secrets';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, orDefault } from '../../cloudformation/value-helpers';
import { containerFacts, portFacts, type ContainerFacts } from '../../facts/container';
import type { Fact } from '../../facts/fact';
import { taskFacts, type TaskFacts } from '../../facts/task';

/** A service of Express Mode, which has a container and roles of its own where it names no task definition. */
export const EXPRESS = 'AWS::ECS::ExpressGatewayService';

const OTHERWISE = 'ECS decides it for Express services';

/** The task of an Express service: ECS makes its task definition. */
export function readExpressTask({ properties }: Resource, account: Fact<string>): TaskFacts {
  return taskFacts({
    requiresCompatibilities: ['FARGATE'],
    onFargate: true,
    networkMode: 'awsvpc',
    operatingSystemFamily: 'LINUX',
    volumes: [],
    taskRole: readRole(properties.get('TaskRoleArn')),
    executionRole: readRole(properties.get('ExecutionRoleArn')),
    containers: [readContainer(properties.get('PrimaryContainer'))],
    account,
  }, OTHERWISE);
}

function readContainer(container: Value): ContainerFacts {
  const credentials = container.at('RepositoryCredentials', 'CredentialsParameter');
  return containerFacts({
    name: 'Main',
    image: readImage(container.get('Image')),
    essential: true,
    ports: [portFacts({ containerPort: orDefault(container.get('ContainerPort').number(), 80), hostPort: undefined, protocol: 'tcp', containerPortRange: undefined }, OTHERWISE)],
    environment: list(container.get('Environment'), readEnvironment),
    secrets: list(container.get('Secrets'), readSecret),
    startSecrets: credentials.isSet() === false ? [] : [readSecretFrom('repositoryCredentials', credentials)],
    hasRepositoryCredentials: credentials.isSet(),
    environmentFiles: [],
    mounts: [],
    dependsOn: [],
    privileged: false,
  }, OTHERWISE);
}
