import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { FargateWorkerService, OneOffTask, PreDeployTask } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface PreDeployTaskStackProps extends StackProps {
  readonly imageTag: string;
}

/** A worker whose database is migrated before a new version starts. If the migration fails, the old version continues to run. */
export class PreDeployTaskStack extends Stack {
  constructor(scope: Construct, id: string, props: PreDeployTaskStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    // One image, so that worker and migration always have the same version.
    const image = ecs.ContainerImage.fromRegistry(`public.ecr.aws/docker/library/busybox:${props.imageTag}`);
    const logging = { removalPolicy: RemovalPolicy.DESTROY };

    const service = new FargateWorkerService(this, 'Worker', { cluster, image, command: ['sh', '-c', 'trap exit TERM; while true; do sleep 1; done'], logging });
    const task = new OneOffTask(this, 'Migration', { cluster, image, command: ['sh', '-c', 'echo migrated'], logging });
    new PreDeployTask(this, 'MigrateFirst', { service, task, timeout: Duration.minutes(10) });
  }
}
