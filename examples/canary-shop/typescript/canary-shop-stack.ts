import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import {
  Deployment, DeploymentHook, FargateSize, FargateWebService, FargateWorkerService, Ingress, ServiceConnectDiscovery, TaskRoleBundle, TestTraffic,
} from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

/** A shop that calls a service of its own, deployed as a canary that waits until a user has tried it. */
export class CanaryShopStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const namespace = new cloudmap.HttpNamespace(this, 'Namespace', { name: 'shop' });
    const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

    const prices = new FargateWorkerService(this, 'Prices', { cluster, image, containerPorts: [8080] });
    new ServiceConnectDiscovery(this, 'PricesConnect', { service: prices, namespace, endpoints: [{ name: 'prices' }] });

    const roles = new TaskRoleBundle(this, 'Roles');
    roles.allow('app', { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::shop-uploads/*'] });

    const shop = new FargateWebService(this, 'Shop', {
      cluster,
      image,
      containerPort: 80,
      size: FargateSize.of(512, 1024),
      taskRoles: roles,
      environment: { LOG_LEVEL: 'info' },
      ingress: Ingress.publicHttp(),
      deployment: Deployment.canary({
        canaryPercent: 10,
        canaryBakeTime: Duration.minutes(5),
        testTraffic: TestTraffic.withHeader('X-Preview', ['green']),
        hooks: [DeploymentHook.pause({ stages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT], continueOnTimeout: true })],
      }),
    });
    new ServiceConnectDiscovery(this, 'ShopConnect', { service: shop, namespace });
    shop.connectTo(prices);
  }
}
