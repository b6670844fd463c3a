import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';

/** The ports of an instance that bridge mode chooses from. */
const DYNAMIC = ec2.Port.tcpRange(32768, 65535);

/** Port at which a container port is reached from outside its task. */
export function reachedPort(container: ecs.ContainerDefinition, containerPort: number): ec2.Port {
  if (container.taskDefinition.networkMode !== ecs.NetworkMode.BRIDGE) return ec2.Port.tcp(containerPort);
  const hostPort = container.findPortMapping(containerPort, ecs.Protocol.TCP)?.hostPort;
  return hostPort ? ec2.Port.tcp(hostPort) : DYNAMIC;
}
