import type { Service, TaskDefinition } from '../collect/shapes';

/** Something that an ECS agent can do from one version on. */
interface Feature {
  readonly name: string;
  readonly since: string;
  readonly usedBy: (task: TaskDefinition, service: Service) => boolean;
}

const containers = (task: TaskDefinition): NonNullable<TaskDefinition['containerDefinitions']> => task.containerDefinitions ?? [];

// A name or ARN with a key, a stage or an id behind it: seven colons and more.
const namesJsonKey = (valueFrom = ''): boolean => valueFrom.includes(':secretsmanager:') && valueFrom.split(':').length > 7;

/** Features of task definitions and services, and the first version of the agent with each. */
const FEATURES: readonly Feature[] = [
  { name: 'network mode awsvpc', since: '1.15.0', usedBy: ({ networkMode }) => networkMode === 'awsvpc' },
  { name: 'secrets', since: '1.22.0', usedBy: (task) => containers(task).some(({ secrets = [] }) => secrets.length > 0) },
  {
    name: 'dependsOn, startTimeout and stopTimeout',
    since: '1.26.0',
    usedBy: (task) => containers(task).some(({ dependsOn = [], startTimeout, stopTimeout }) =>
      dependsOn.length > 0 || startTimeout !== undefined || stopTimeout !== undefined),
  },
  { name: 'a JSON key of a secret', since: '1.37.0', usedBy: (task) => containers(task).some(({ secrets = [] }) => secrets.some(({ valueFrom }) => namesJsonKey(valueFrom))) },
  {
    name: 'EFS with an access point or IAM',
    since: '1.38.0',
    usedBy: ({ volumes = [] }) => volumes.some(({ efsVolumeConfiguration: efs }) => efs?.authorizationConfig !== undefined),
  },
  { name: 'ECS Exec', since: '1.50.2', usedBy: (_, { enableExecuteCommand }) => enableExecuteCommand === true },
  { name: 'containerPortRange', since: '1.67.0', usedBy: (task) => containers(task).some(({ portMappings = [] }) => portMappings.some(({ containerPortRange }) => containerPortRange !== undefined)) },
  {
    name: 'Service Connect',
    since: '1.67.2',
    usedBy: (_, { deployments = [] }) => deployments.some(({ status, serviceConnectConfiguration }) => status === 'PRIMARY' && serviceConnectConfiguration?.enabled === true),
  },
  { name: 'S3 Files', since: '1.104.0', usedBy: ({ volumes = [] }) => volumes.some(({ s3filesVolumeConfiguration }) => s3filesVolumeConfiguration !== undefined) },
];

/** Features of a service that an agent of this version lacks. */
export function lacking(agentVersion: string, task: TaskDefinition, service: Service): readonly Pick<Feature, 'name' | 'since'>[] {
  return FEATURES.filter(({ since, usedBy }) => isOlder(agentVersion, since) && usedBy(task, service));
}

/** `1.9.0` is older than `1.15.0`. */
export function isOlder(version: string, than: string): boolean {
  const numbers = (text: string): readonly number[] => text.replace(/^v/, '').split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [one, other] = [numbers(version), numbers(than)];
  const index = [0, 1, 2].find((place) => (one[place] ?? 0) !== (other[place] ?? 0));
  return index !== undefined && (one[index] ?? 0) < (other[index] ?? 0);
}
