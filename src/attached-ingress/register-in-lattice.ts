import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Lazy, Token, type Duration } from 'aws-cdk-lib/core';
import { cfnServiceOf } from '../workload/cfn-service';
import type { IEcsWorkload } from '../workload/ecs-workload';

/** Has ECS register the tasks in the target group, which the CDK has no words for. */
export function registerInLattice(
  { service, mainContainer }: IEcsWorkload, port: ecs.PortMapping, targetGroupArn: string, roleArn: string, gracePeriod?: Duration,
): void {
  const resource = cfnServiceOf(service);
  const { vpcLatticeConfigurations: others, healthCheckGracePeriodSeconds: given } = resource;
  const portName = nameOf(mainContainer, port);
  resource.vpcLatticeConfigurations = [...(Array.isArray(others) ? others : []), { portName, roleArn, targetGroupArn }];
  // The grace period is not known before synthesis: the CDK leaves it out unless there are load balancers.
  resource.healthCheckGracePeriodSeconds = gracePeriod?.toSeconds()
    ?? Lazy.uncachedNumber({ produce: (context) => context.resolve(given) ?? 60 });
}

/** The name of the port, which ECS finds it by; it is written into the port mapping if it has none. */
function nameOf({ portMappings }: ecs.ContainerDefinition, port: ecs.PortMapping): string {
  if (port.name !== undefined) return port.name;
  const name = Token.isUnresolved(port.containerPort) ? 'lattice' : `port-${port.containerPort}`;
  portMappings[portMappings.indexOf(port)] = { ...port, name };
  return name;
}
