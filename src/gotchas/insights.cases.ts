import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { resource } from './small-app.cases';

/** A cluster as the CDK writes it. */
export function cluster(stack: Stack, containerInsightsV2?: ecs.ContainerInsights): void {
  new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 0 }), containerInsightsV2 });
}

/** A cluster with a value for the setting. */
export function insights(stack: Stack, value: unknown): void {
  resource(stack, 'Cluster', 'AWS::ECS::Cluster', { ClusterSettings: [{ Name: 'containerInsights', Value: value }] });
}
