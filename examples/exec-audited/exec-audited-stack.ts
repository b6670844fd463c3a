import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { ExecAccess, ExecAudit, FargateWorkerService } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface ExecAuditedStackProps extends StackProps {
  readonly imageTag: string;
}

/** A worker in which the role of those on call can open a shell, with a record and a message of each session. */
export class ExecAuditedStack extends Stack {
  constructor(scope: Construct, id: string, props: ExecAuditedStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const records = new s3.Bucket(this, 'Records', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(365) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new ExecAudit(this, 'Audit', { cluster, bucket: records, removalPolicy: RemovalPolicy.DESTROY });

    const worker = new FargateWorkerService(this, 'Worker', {
      cluster,
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/docker/library/busybox:${props.imageTag}`),
      command: ['sh', '-c', 'while true; do sleep 60; done'],
      readonlyRootFilesystem: true,
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });
    const onCall = new iam.Role(this, 'OnCall', { assumedBy: new iam.AccountPrincipal(this.account) });
    const sessions = new sns.Topic(this, 'Sessions', {
      enforceSSL: true,
      masterKey: new kms.Key(this, 'SessionsKey', { enableKeyRotation: true, removalPolicy: RemovalPolicy.DESTROY }),
    });
    new ExecAccess(this, 'Exec', { service: worker, allow: [onCall], readonlyRoot: true, onSession: sessions });
  }
}
