import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, RequestCountTargetScaling } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

/** A load-balanced service that scales on its requests. */
export class FirstServiceStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const web = new FargateWebService(this, 'Web', {
      cluster: new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }),
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
      containerPort: 80,
      ingress: Ingress.publicHttp(),
    });
    new RequestCountTargetScaling(this, 'Scaling', { service: web, requestsPerTarget: 1000, minCapacity: 2, maxCapacity: 10 });
  }
}
