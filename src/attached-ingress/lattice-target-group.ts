import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CfnTargetGroup } from 'aws-cdk-lib/aws-vpclattice';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { LatticeIngressProps } from './lattice-ingress';
import { LatticeProtocol } from './lattice-options';

/** A target group for tasks by their addresses. */
export function newLatticeTargetGroup(
  scope: Construct, { vpcId }: ec2.IVpc, port: number, { targetProtocol: protocol = LatticeProtocol.HTTP, healthCheck = {} }: LatticeIngressProps,
): CfnTargetGroup {
  const { interval = Duration.seconds(10), timeout = Duration.seconds(5), healthyThresholdCount = 2, unhealthyThresholdCount = 2 } = healthCheck;
  return new CfnTargetGroup(scope, 'TargetGroup', {
    type: 'IP',
    config: {
      // Unlike with a load balancer, AWS does not document that ECS registers tasks with a port of their own.
      port,
      protocol,
      vpcIdentifier: vpcId,
      healthCheck: {
        enabled: true,
        protocol,
        path: healthCheck.path ?? '/',
        matcher: { httpCode: healthCheck.healthyHttpCodes ?? '200' },
        healthCheckIntervalSeconds: interval.toSeconds(),
        healthCheckTimeoutSeconds: timeout.toSeconds(),
        healthyThresholdCount,
        unhealthyThresholdCount,
      },
    },
  });
}
