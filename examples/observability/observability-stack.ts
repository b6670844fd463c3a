import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import {
  ApplicationSignals, FargateSize, FargateWorkerService, FireLensLogs, InstrumentedRuntime, LogDestination, OtelCollector, OtelPipeline,
} from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface ObservabilityStackProps extends StackProps {
  readonly imageTag: string;
}

/** Asks for a page once a minute, which an SDK makes a span of. */
const WORK = 'setInterval(() => fetch("https://example.com").then(({ status }) => console.log(status), console.error), 60000)';

/**
 * A service that sends traces and metrics with OpenTelemetry and its logs to a bucket, and one that Application Signals instruments.
 *
 * Application Signals must be enabled in the account once, with `applicationsignals.CfnDiscovery` in a stack of the account.
 */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const archive = new s3.Bucket(this, 'Archive', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const metrics = new logs.LogGroup(this, 'MetricsLogGroup', { retention: logs.RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    const container = {
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/docker/library/node:${props.imageTag}`),
      command: ['node', '--eval', WORK],
      size: FargateSize.of(512, 1024),
      initProcess: true,
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    };

    const orders = new FargateWorkerService(this, 'Orders', { cluster, ...container });
    new OtelCollector(this, 'OrdersCollector', {
      task: orders,
      serviceName: 'orders',
      pipelines: [OtelPipeline.xray(), OtelPipeline.cloudWatch({ namespace: 'Shop/Orders', logGroup: metrics })],
    });
    new FireLensLogs(this, 'OrdersLogs', { task: orders, destination: LogDestination.s3({ bucket: archive, prefix: 'orders' }) });

    const catalog = new FargateWorkerService(this, 'Catalog', { cluster, ...container });
    new ApplicationSignals(this, 'CatalogSignals', {
      task: catalog,
      runtime: InstrumentedRuntime.NODE,
      serviceName: 'catalog',
      environmentName: 'production',
    });
  }
}
