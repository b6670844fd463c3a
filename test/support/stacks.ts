import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { App, CfnParameter, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
// eslint-disable-next-line @typescript-eslint/no-require-imports
const recommended = require('aws-cdk-lib/recommended-feature-flags.json') as { readonly [flag: string]: unknown };

// The lowest aws-cdk-lib, whose templates are held against the same snapshots, writes no empty list of load balancers.
const SINCE_THE_LOWEST = { '@aws-cdk/aws-ecs:removeEmptyLoadBalancers': false };

/** Both sets of feature flags that everything has to come out right with. */
export const FLAG_SETS: { readonly flags: string; readonly context: { readonly [flag: string]: unknown } }[] = [
  { flags: 'no feature flags', context: {} },
  { flags: 'the recommended feature flags', context: { ...recommended, ...SINCE_THE_LOWEST } },
];

/** A stack in an app of its own. */
export function testStack(context: { readonly [flag: string]: unknown } = {}): Stack {
  const app = new App({ analyticsReporting: false, context });
  return new Stack(app, 'Shop', { synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) });
}

/** A VPC and a cluster that are there already, so that a template has only what it is about. */
export function testCluster(scope: Construct): ecs.ICluster {
  return ecs.Cluster.fromClusterAttributes(scope, 'Cluster', { clusterName: 'shop', vpc: testVpc(scope) });
}

export function testVpc(scope: Construct): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    publicSubnetIds: ['subnet-public-a', 'subnet-public-b'],
    publicSubnetRouteTableIds: ['rtb-public-a', 'rtb-public-b'],
    privateSubnetIds: ['subnet-private-a', 'subnet-private-b'],
    privateSubnetRouteTableIds: ['rtb-private-a', 'rtb-private-b'],
  });
}

export const IMAGE = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

/** A text and a number that only the deployment knows. */
export function tokens(scope: Construct): { readonly text: string; readonly number: number } {
  return {
    text: new CfnParameter(scope, 'Text', { default: 'text' }).valueAsString,
    number: new CfnParameter(scope, 'Number', { type: 'Number', default: 2 }).valueAsNumber,
  };
}

/** Synthesizes, and fails if a token was printed into the template. */
export function templateWithoutTokens(stack: Stack): Template {
  const template = Template.fromStack(stack);
  expect(JSON.stringify(template.toJSON())).not.toMatch(/\$\{Token\[|#\{Token\[|-1\.8881545897087\d+e\+?289/);
  return template;
}
