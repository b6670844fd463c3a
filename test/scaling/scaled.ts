import { Template } from 'aws-cdk-lib/assertions';
import type { Stack } from 'aws-cdk-lib/core';
import { FargateWebService, FargateWorkerService, Ingress, type Deployment } from '../../src';
import { IMAGE, testCluster } from '../support/stacks';

export const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';
export const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
export const ALARM = 'AWS::CloudWatch::Alarm';

export function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
}

export function web(stack: Stack, deployment?: Deployment): FargateWebService {
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), deployment });
}

/** Everything of a template that scales, and nothing else. */
export function scalingIn(stack: Stack): object {
  const template = Template.fromStack(stack);
  return { ...template.findResources(TARGET), ...template.findResources(POLICY), ...template.findResources(ALARM) };
}
