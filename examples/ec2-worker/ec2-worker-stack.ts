import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { CpuTargetScaling, Ec2Capacity, Ec2WorkerService, TaskRoleBundle } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface Ec2WorkerStackProps extends StackProps {
  readonly imageTag: string;
}

/** A worker that empties a queue, on EC2 instances that come and go with it. */
export class Ec2WorkerStack extends Stack {
  constructor(scope: Construct, id: string, props: Ec2WorkerStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const capacity = new Ec2Capacity(this, 'Capacity', {
      cluster,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.M7G, ec2.InstanceSize.LARGE),
      minCapacity: 1,
      maxCapacity: 4,
    });

    const queue = new sqs.Queue(this, 'Jobs', { enforceSSL: true, visibilityTimeout: Duration.minutes(5) });
    const roles = new TaskRoleBundle(this, 'Roles');
    queue.grantConsumeMessages(roles);

    const worker = new Ec2WorkerService(this, 'Worker', {
      cluster,
      capacity,
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/docker/library/busybox:${props.imageTag}`),
      command: ['sh', '-c', 'while true; do echo waiting for $QUEUE_URL; sleep 10; done'],
      environment: { QUEUE_URL: queue.queueUrl },
      memoryLimitMiB: 512,
      stopTimeout: Duration.seconds(90),
      initProcess: true,
      taskRoles: roles,
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });
    new CpuTargetScaling(this, 'CpuScaling', { service: worker, targetUtilizationPercent: 60, minCapacity: 1, maxCapacity: 8 });
  }
}
