import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { CfnOutput, Duration, RemovalPolicy, Stack, TimeZone, type StackProps } from 'aws-cdk-lib/core';
import { EventJob, FargateSize, OneOffTask, ScheduledJob } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface OneOffTaskStackProps extends StackProps {
  readonly imageTag: string;
}

/** A migration that runs from a pipeline, from a state machine, every night, or for an event. */
export class OneOffTaskStack extends Stack {
  constructor(scope: Construct, id: string, props: OneOffTaskStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const migration = new OneOffTask(this, 'Migration', {
      cluster,
      size: FargateSize.of(512, 1024),
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/docker/library/busybox:${props.imageTag}`),
      command: ['sh', '-c', 'echo migrated'],
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });

    new CfnOutput(this, 'RunMigration', { value: migration.runTaskCommand });
    new CfnOutput(this, 'UndoMigration', { value: migration.runTaskCommandWith({ command: ['sh', '-c', 'echo undone'] }) });
    new ScheduledJob(this, 'EveryNight', {
      task: migration,
      schedule: scheduler.ScheduleExpression.cron({ minute: '0', hour: '3', timeZone: TimeZone.EUROPE_BERLIN }),
      timeout: Duration.hours(1),
      environment: { MODE: 'nightly' },
    });
    new EventJob(this, 'OnRequest', {
      task: migration,
      eventPattern: { source: ['shop'], detailType: ['Migration requested'] },
      environmentFromEvent: { TABLE: '$.detail.table' },
      timeout: Duration.hours(1),
    });
    new sfn.StateMachine(this, 'Release', {
      definitionBody: sfn.DefinitionBody.fromChainable(migration.asState(this, 'RunTheMigration', {
        timeout: Duration.minutes(30), placementRetries: 5,
      })),
      tracingEnabled: true,
    });
  }
}
