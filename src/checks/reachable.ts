import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { refuse } from '../gotchas/enforce';
import { netDynamicPortHealthCheck } from '../gotchas/net/net-dynamic-port-health-check';

const MODES = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html';

/** A service with the tasks that it runs. */
interface Placed {
  readonly service: ecs.BaseService;
  readonly taskDefinition: ecs.TaskDefinition;
}

/** Throws for tasks that nothing can reach: those without a network, and those outside of AWS. */
export function checkReachable(at: string, { service, taskDefinition }: Placed): void {
  if (service instanceof ecs.ExternalService) {
    refuse({
      headline: 'service runs outside of AWS, where no load balancer and no discovery reaches its tasks',
      at,
      property: 'service',
      fix: 'run it on Fargate or on instances of the VPC',
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
    });
  }
  checkNetworkMode(at, taskDefinition.networkMode, 'service');
}

/** Throws for the network mode that has no network. */
export function checkNetworkMode(at: string, networkMode: ecs.NetworkMode, property: string): void {
  if (networkMode !== ecs.NetworkMode.NONE) return;
  refuse({
    headline: `${property} ${property === 'networkMode' ? 'is' : 'runs in network mode'} none, and no traffic reaches such tasks`,
    at,
    property,
    fix: 'use networkMode: ecs.NetworkMode.AWS_VPC',
    docs: MODES,
  });
}

/** Throws for a health check on a port of instances that none of the containers has for certain. */
export function checkHealthPort(
  at: string, property: string, port: string | undefined, networkMode: ecs.NetworkMode, hostPorts: readonly unknown[] = [],
): void {
  if (networkMode !== ecs.NetworkMode.BRIDGE || port === undefined || !/^\d+$/.test(port) || hostPorts.includes(Number(port))) return;
  refuse({
    headline: `${property} is ${port}, in bridge mode each task has another port of its instance`,
    gotcha: netDynamicPortHealthCheck,
    at,
    property,
    fix: `leave ${property} out, or use networkMode: ecs.NetworkMode.AWS_VPC`,
  });
}

/** The ports of instances that the containers of a task have for certain. */
export function hostPortsOf(task: ecs.TaskDefinition): readonly unknown[] {
  const { containers } = task as unknown as { readonly containers: readonly ecs.ContainerDefinition[] };
  return containers.flatMap(({ portMappings }) => portMappings.map(({ hostPort }) => hostPort));
}

/** The ports of an instance that bridge mode chooses from. */
const DYNAMIC = ec2.Port.tcpRange(32768, 65535);

/** Port at which a container port is reached from outside its task. */
export function reachedPort(container: ecs.ContainerDefinition, containerPort: number): ec2.Port {
  if (container.taskDefinition.networkMode !== ecs.NetworkMode.BRIDGE) return ec2.Port.tcp(containerPort);
  const hostPort = container.findPortMapping(containerPort, ecs.Protocol.TCP)?.hostPort;
  return hostPort ? ec2.Port.tcp(hostPort) : DYNAMIC;
}
