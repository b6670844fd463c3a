import type { Diagnosed } from './diagnosed';
import { known, Unknown } from '../../../facts/fact';
import type { LiveCluster, LiveService } from '../../collect/account';
import { secretReferences } from '../../collect/secret-references';
import type { TaskDefinition } from '../../collect/shapes';

/** A service in its cluster. */
export interface ServicePlace {
  readonly cluster: LiveCluster;
  readonly live: LiveService;
}

type Things = (place: ServicePlace) => readonly (string | undefined)[];

const region: Things = () => ['the region'];
const ofCluster: Things = ({ cluster: { cluster } }) => [cluster.clusterArn];
const itself: Things = ({ live: { service } }) => [service.serviceArn];
const subnets: Things = ({ live: { service } }) => service.networkConfiguration?.awsvpcConfiguration?.subnets ?? [];
const ofTask = (things: (task: TaskDefinition) => readonly (string | undefined)[]): Things => ({ live: { taskDefinition } }) => (
  taskDefinition instanceof Unknown ? [] : things(known(taskDefinition)));
const executionRole = ofTask(({ executionRoleArn }) => [executionRoleArn]);
const ofContainers = (thing: (container: NonNullable<TaskDefinition['containerDefinitions']>[number]) => string | undefined): Things => (
  ofTask(({ containerDefinitions = [] }) => containerDefinitions.map(thing)));

/** Things that can be broken where a gotcha is found: services that share one have one fault. */
const THINGS: Readonly<Record<string, Things | undefined>> = {
  'net-no-egress-path': subnets,
  'net-subnet-ip-exhausted': subnets,
  'net-subnet-or-group-gone': subnets,
  'net-endpoint-sg-or-partial': subnets,
  'ops-pull-rate-limit': region,
  'ops-api-throttled': region,
  'ops-denied-by-organization': region,
  'dpl-no-quota': region,
  'iam-service-linked-role': region,
  'ec2-no-instances': ofCluster,
  'ec2-capacity-unavailable': ofCluster,
  'ec2-capacity-provider-failed': ofCluster,
  'iam-instance-role-incomplete': ofCluster,
  'iam-exec-role-secrets-kms': executionRole,
  'iam-exec-role-cannot-start': executionRole,
  'td-execution-role-missing': executionRole,
  'log-create-group-permission': executionRole,
  'iam-trust-policy': executionRole,
  'log-group-missing': ofContainers(({ logConfiguration }) => logConfiguration?.options?.['awslogs-group']),
  'dpl-image-gone': ofContainers(({ image }) => image),
  'td-secret-reference-form': ofTask((task) => secretReferences(task).map(({ from }) => from)),
  'sto-efs-unreachable': ofTask(({ volumes = [] }) => volumes.map(({ efsVolumeConfiguration }) => efsVolumeConfiguration?.fileSystemId)),
  'sd-namespace-gone': ({ live: { service } }) => [
    ...(service.serviceRegistries ?? []).map(({ registryArn }) => registryArn),
    ...(service.deployments ?? []).map(({ serviceConnectConfiguration }) => serviceConnectConfiguration?.namespace),
  ],
  'net-target-group-gone': ({ live: { service } }) => (service.loadBalancers ?? []).map(({ targetGroupArn }) => targetGroupArn),
  'net-health-check-misfit': itself,
  'dep-startup-longer-than-check': itself,
};

/** Names of the things that may be broken where a gotcha is found; none if each of its findings is a fault of its own. */
export function brokenThings({ id, thing }: Pick<Diagnosed, 'id' | 'thing'>, place: ServicePlace): readonly string[] {
  if (thing !== undefined) return [thing];
  return (THINGS[id]?.(place) ?? []).filter((name) => name !== undefined);
}
