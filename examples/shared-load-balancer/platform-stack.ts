import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { ApplicationProtocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import { SharedLoadBalancer } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

/** Network, cluster and load balancer that all services share. The stack refers to no service. */
export class PlatformStack extends Stack {
  public readonly cluster: ecs.Cluster;
  public readonly loadBalancer: SharedLoadBalancer;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    this.cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    // With a hostedZone instead of the protocol, the listener uses HTTPS and each host name has a record.
    this.loadBalancer = new SharedLoadBalancer(this, 'Shared', { vpc, protocol: ApplicationProtocol.HTTP });
  }
}
