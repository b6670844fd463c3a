import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { HttpCodeTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { Deployment, DeploymentAlarms, DeploymentHook, FargateWebService, Ingress, RequestCountTargetScaling, TestTraffic } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface BlueGreenStackProps extends StackProps {
  readonly imageTag: string;
}

/** A service whose new version gets requests with a header first, then a tenth of the traffic, and is rolled back when it returns errors. */
export class BlueGreenStack extends Stack {
  constructor(scope: Construct, id: string, props: BlueGreenStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const shop = new FargateWebService(this, 'Shop', {
      cluster,
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${props.imageTag}`),
      containerPort: 80,
      ingress: Ingress.publicHttp(),
      deployment: Deployment.canary({
        canaryPercent: 10,
        canaryBakeTime: Duration.minutes(5),
        testTraffic: TestTraffic.withHeader('X-Preview', ['green']),
        // Time to test it: `aws ecs continue-service-deployment` continues or rolls back.
        hooks: [DeploymentHook.pause({ stages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT], continueOnTimeout: true })],
      }),
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });

    new RequestCountTargetScaling(this, 'Requests', { service: shop, requestsPerTarget: 1000 });
    new DeploymentAlarms(this, 'RollBack', {
      service: shop,
      alarms: [shop.targetGroup, shop.alternateTargetGroup!].map((targetGroup, index) => new cloudwatch.Alarm(this, `Errors${index + 1}`, {
        metric: targetGroup.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, { period: Duration.minutes(1) }),
        threshold: 10,
        evaluationPeriods: 1,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      })),
    });
  }
}
