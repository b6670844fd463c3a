import { unique } from './context';
import { keyArn } from './key-arn';
import { secretReferences } from './secret-references';
import { sessionRecordsOf } from './session-records';
import type { Cluster, ExpressService, Service, TaskDefinition } from './shapes';

/** An action that a role of a task must be allowed for the task to start, or for ECS Exec. */
export interface NeededPermission {
  /** ARN of the role. */
  readonly role: string;
  readonly action: string;
  /** ARN of a resource, or `*` for actions without resources. */
  readonly resource: string;
  /** Part of the task that needs it. */
  readonly purpose: 'image' | 'logs' | 'secrets' | 'exec' | 'sessions';
  /** Name of the container, of the variable of a secret, or of the place of session records. */
  readonly name: string;
}

type Need = Omit<NeededPermission, 'role'>;

const CHANNELS = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map((action) => `ssmmessages:${action}`);

/** A service, with what decides which permissions its roles need. */
export interface User {
  readonly service: Service;
  readonly cluster: Cluster;
  readonly task: TaskDefinition;
  /** ARNs of the keys of secrets, by the ARN of the secret. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Permissions that the roles of a service must have. */
export function neededPermissions({ service, cluster, task, keys }: User): readonly NeededPermission[] {
  const { executionRoleArn, taskRoleArn } = task;
  const toStart = executionRoleArn === undefined ? [] : [...images(task), ...logs(service, task), ...secrets(task, keys)];
  const channels = CHANNELS.map((action): Need => ({ action, resource: '*', purpose: 'exec', name: '' }));
  const toExec: readonly Need[] = service.enableExecuteCommand && taskRoleArn !== undefined ? [...channels, ...sessions(service, cluster)] : [];
  return [...toStart.map((need) => ({ role: executionRoleArn!, ...need })), ...toExec.map((need) => ({ role: taskRoleArn!, ...need }))];
}

/** ARNs of the roles with which ECS and the containers of a service work. */
export function rolesOf(service: Service, task: Pick<TaskDefinition, 'executionRoleArn' | 'taskRoleArn'>, express?: ExpressService): readonly string[] {
  const { roleArn, deployments = [], loadBalancers = [] } = service;
  return unique([
    task.taskRoleArn,
    task.executionRoleArn,
    express?.infrastructureRoleArn,
    roleArn,
    ...loadBalancers.map(({ advancedConfiguration }) => advancedConfiguration?.roleArn),
    ...deployments.filter(({ status }) => status === 'PRIMARY').flatMap(({ volumeConfigurations = [], vpcLatticeConfigurations = [], serviceConnectConfiguration }) => [
      ...volumeConfigurations.map(({ managedEBSVolume }) => managedEBSVolume?.roleArn),
      ...vpcLatticeConfigurations.map((lattice) => lattice.roleArn),
      ...(serviceConnectConfiguration?.services ?? []).map(({ tls }) => tls?.roleArn),
    ]),
  ]);
}

function images({ containerDefinitions = [] }: TaskDefinition): readonly Need[] {
  return containerDefinitions.flatMap(({ name = '', image = '' }) => {
    const repository = /^(\d{12})\.dkr[.-]ecr\.([a-z0-9-]+)\.(?:amazonaws\.com|on\.aws)(\.cn)?\/([^:@]+)/.exec(image);
    if (!repository) return [];
    const [, account, region, china, path] = repository;
    const resource = `arn:${partitionOf(region, china)}:ecr:${region}:${account}:repository/${path}`;
    return [['ecr:GetAuthorizationToken', '*'], ['ecr:BatchGetImage', resource], ['ecr:GetDownloadUrlForLayer', resource]]
      .map(([action, on]): Need => ({ action, resource: on, purpose: 'image', name }));
  });
}

function partitionOf(region: string, china: string | undefined): string {
  if (china !== undefined || region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

// On an instance the agent writes the logs, as the role of its instance.
function logs({ platformFamily, serviceArn = '' }: Service, { containerDefinitions = [] }: TaskDefinition): readonly Need[] {
  if (platformFamily === undefined) return [];
  const [, partition, , here, account] = serviceArn.split(':');
  return containerDefinitions.flatMap(({ name = '', logConfiguration }) => {
    const { 'awslogs-group': group, 'awslogs-region': region = here, 'awslogs-stream-prefix': prefix = 'ecs' } = logConfiguration?.options ?? {};
    if (logConfiguration?.logDriver !== 'awslogs' || group === undefined) return [];
    const resource = `arn:${partition}:logs:${region}:${account}:log-group:${group}:log-stream:${prefix}/${name}/0`;
    return ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action): Need => ({ action, resource, purpose: 'logs', name }));
  });
}

function sessions(service: Service, cluster: Cluster): readonly Need[] {
  const { group, bucket, prefix = '', key } = sessionRecordsOf(service, cluster) ?? {};
  const arn = cluster.clusterArn ?? '';
  const [, partition, , region, account] = arn.split(':');
  const needs = (name: string, resource: string, ...actions: readonly string[]): readonly Need[] => actions.map((action) => ({ action, resource, purpose: 'sessions', name }));
  const keyOfSessions = keyArn(arn, key);
  return [
    ...group === undefined ? [] : [
      ...needs(`log group ${group}`, '*', 'logs:DescribeLogGroups'),
      ...needs(`log group ${group}`, `arn:${partition}:logs:${region}:${account}:log-group:${group}:*`, 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'),
    ],
    ...bucket === undefined ? [] : [
      ...needs(`bucket ${bucket}`, `arn:${partition}:s3:::${bucket}/${prefix}*`, 's3:PutObject'),
      ...needs(`bucket ${bucket}`, `arn:${partition}:s3:::${bucket}`, 's3:GetEncryptionConfiguration'),
    ],
    ...keyOfSessions === undefined ? [] : needs(`key ${keyOfSessions}`, keyOfSessions, 'kms:Decrypt'),
  ];
}

// Only ARNs: any other text may be the secret itself.
function secrets(task: TaskDefinition, keys: ReadonlyMap<string, string>): readonly Need[] {
  return secretReferences(task).filter(({ from }) => from.startsWith('arn:')).flatMap(({ label: name, from: resource }) => {
    const action = resource.includes(':secretsmanager:') ? 'secretsmanager:GetSecretValue' : 'ssm:GetParameters';
    const key = keys.get(resource);
    const read: Need = { action, resource, purpose: 'secrets', name };
    return key === undefined ? [read] : [read, { action: 'kms:Decrypt', resource: key, purpose: 'secrets', name }];
  });
}
