import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { CpuTargetScaling, Deployment, FargateWorkerService, NetworkIngress, TestTraffic } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface BrokerStackProps extends StackProps {
  readonly imageTag: string;
}

/** An MQTT broker for TCP connections from the company's network. A new version is tested on port 1884 before it receives new connections. */
export class BrokerStack extends Stack {
  constructor(scope: Construct, id: string, props: BrokerStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const service = new FargateWorkerService(this, 'Mosquitto', {
      cluster: new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }),
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/docker/library/eclipse-mosquitto:${props.imageTag}`),
      logging: { removalPolicy: RemovalPolicy.DESTROY },
      deployment: Deployment.blueGreen({ testTraffic: TestTraffic.onPort(1884) }),
    });
    new NetworkIngress(this, 'Network', {
      service,
      internal: true,
      listeners: [{ port: 1883, preserveClientIp: true }],
      allowFrom: [ec2.Peer.ipv4('10.0.0.0/8')],
    });
    new CpuTargetScaling(this, 'CpuScaling', { service, targetUtilizationPercent: 60, minCapacity: 2, maxCapacity: 6 });
  }
}
