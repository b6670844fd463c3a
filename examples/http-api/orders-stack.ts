import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { CpuTargetScaling, FargateWorkerService, HttpApiIngress, HttpApiTarget } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface OrdersStackProps extends StackProps {
  readonly imageTag: string;
}

/** A public API whose service has no load balancer: API Gateway calls the tasks directly. */
export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string, props: OrdersStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const service = new FargateWorkerService(this, 'Orders', {
      cluster: new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }),
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/nginx/nginx:${props.imageTag}`),
      containerPorts: [80],
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });
    new HttpApiIngress(this, 'Api', {
      service,
      target: HttpApiTarget.tasks({ dnsNamespace: new cloudmap.PrivateDnsNamespace(this, 'Namespace', { name: 'shop.local', vpc }), name: 'orders' }),
      routes: [apigwv2.HttpRouteKey.with('/orders'), apigwv2.HttpRouteKey.with('/orders/{proxy+}')],
    });
    new CpuTargetScaling(this, 'CpuScaling', { service, targetUtilizationPercent: 60, minCapacity: 2, maxCapacity: 6 });
  }
}
