import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Situation {
  readonly ecr?: boolean;
  readonly s3?: ec2.GatewayVpcEndpointOptions['subnets'];
  readonly natGateways?: number;
  readonly image?: string;
}

function network(stack: Stack, { ecr = true, s3, natGateways = 1, image = ECR }: Situation): void {
  const subnetType = natGateways > 0 ? ec2.SubnetType.PRIVATE_WITH_EGRESS : ec2.SubnetType.PRIVATE_ISOLATED;
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 2, natGateways, subnetConfiguration: [{ name: 'public', subnetType: ec2.SubnetType.PUBLIC }, { name: 'tasks', subnetType }],
  });
  if (ecr) vpc.addInterfaceEndpoint('Dkr', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
  if (s3) vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3, subnets: s3 });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { Image: image }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: vpc.selectSubnets({ subnetGroupName: 'tasks' }).subnetIds } },
  });
}

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:v1';

export const cases: readonly GotchaCase[] = [
  { name: 'an endpoint for ECR and none for S3', caught: true, app: (stack) => network(stack, {}) },
  { name: 'the endpoint for S3 is in the route tables of other subnets', caught: true, app: (stack) => network(stack, { s3: [{ subnetGroupName: 'public' }] }) },
  { name: 'endpoints for both', caught: false, app: (stack) => network(stack, { s3: [{}] }) },
  { name: 'no endpoints, as many do', caught: true, consequence: 'worth-knowing', app: (stack) => network(stack, { ecr: false }) },
  { name: 'no NAT gateway', caught: false, app: (stack) => network(stack, { natGateways: 0 }) },
  { name: 'the image is elsewhere', caught: false, app: (stack) => network(stack, { image: 'public.ecr.aws/nginx/nginx:1.27' }) },
  {
    name: 'the subnets come from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, {
      TaskDefinition: fargateTask(stack, {}, { Image: ECR }).ref,
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1', parameter(stack)] } },
    }),
  },
];
