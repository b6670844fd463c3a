import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import { FargateSize, OneOffTask, ScheduledJob } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

/** A report that is written every night, or by hand. */
export class NightlyJobStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const report = new OneOffTask(this, 'Report', {
      cluster: new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }),
      size: FargateSize.of(512, 1024),
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/busybox:1.36'),
      command: ['sh', '-c', 'echo written'],
    });
    new ScheduledJob(this, 'EveryNight', {
      task: report,
      schedule: scheduler.ScheduleExpression.cron({ minute: '0', hour: '3' }),
      timeout: Duration.hours(1),
    });
    new CfnOutput(this, 'RunReport', { value: report.runTaskCommand });
  }
}
