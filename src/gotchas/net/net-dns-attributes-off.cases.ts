import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function vpcOf(stack: Stack, props: ec2.VpcProps): ec2.Vpc {
  return new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, ...props });
}

const OFF = { enableDnsSupport: false, enableDnsHostnames: false };
const NO_HOSTNAMES = { enableDnsHostnames: false };

function withEndpoint(stack: Stack, props: ec2.VpcProps, privateDnsEnabled?: boolean): void {
  vpcOf(stack, props).addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS, privateDnsEnabled });
}

function withNamespace(stack: Stack, props: ec2.VpcProps): void {
  new cloudmap.PrivateDnsNamespace(stack, 'Namespace', { vpc: vpcOf(stack, props), name: 'shop.local' });
}

export const cases: readonly GotchaCase[] = [
  { name: 'an endpoint with private DNS', caught: true, app: (stack) => withEndpoint(stack, NO_HOSTNAMES) },
  {
    name: 'CloudFormation leaves host names off',
    caught: true,
    app: (stack) => {
      const { ref } = resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
      resource(stack, 'Logs', 'AWS::EC2::VPCEndpoint', {
        VpcId: ref, VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-west-1.logs', PrivateDnsEnabled: true,
      });
    },
  },
  { name: 'a private DNS namespace', caught: true, consequence: 'misbehaves', app: (stack) => withNamespace(stack, OFF) },
  { name: 'an EFS file system', caught: true, consequence: 'misbehaves', app: (stack) => void new efs.FileSystem(stack, 'Files', { vpc: vpcOf(stack, NO_HOSTNAMES) }) },
  { name: 'all of it, and DNS on', caught: false, app: (stack) => withNamespace(stack, {}) },
  { name: 'an endpoint without private DNS', caught: false, app: (stack) => withEndpoint(stack, NO_HOSTNAMES, false) },
  { name: 'nothing that needs DNS', caught: false, app: (stack) => void vpcOf(stack, OFF) },
  {
    name: 'a parameter decides',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const { ref } = resource(stack, 'Vpc', 'AWS::EC2::VPC', { EnableDnsHostnames: parameter(stack) });
      resource(stack, 'Namespace', 'AWS::ServiceDiscovery::PrivateDnsNamespace', { Vpc: ref, Name: 'shop.local' });
    },
  },
];
