import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Endpoint = 'S3' | 'Api';

const IMAGE = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:v1';
const { PRIVATE_ISOLATED } = ec2.SubnetType;

/** Tasks behind endpoints, of which one has a policy. */
function behind(stack: Stack, endpoint: Endpoint, statement: iam.PolicyStatementProps | undefined, image = IMAGE): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 0, subnetConfiguration: [{ name: 'tasks', subnetType: PRIVATE_ISOLATED }] });
  const endpoints: Readonly<Record<Endpoint, ec2.VpcEndpoint>> = {
    S3: vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 }),
    Api: vpc.addInterfaceEndpoint('Api', { service: ec2.InterfaceVpcEndpointAwsService.ECR }),
  };
  if (statement) endpoints[endpoint].addToPolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], ...statement }));
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry(image) });
  new ecs.FargateService(stack, 'Service', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition, vpcSubnets: { subnetType: PRIVATE_ISOLATED } });
}

const LAYERS = 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*';

export const cases: readonly GotchaCase[] = [
  {
    name: 'S3 for a bucket of the app alone',
    caught: true,
    app: (stack) => {
      const own = new s3.Bucket(stack, 'Bucket');
      behind(stack, 'S3', { actions: ['s3:*'], resources: [own.bucketArn, own.arnForObjects('*')] });
    },
  },
  { name: 'S3 for another bucket', caught: true, app: (stack) => behind(stack, 'S3', { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::shop-files/*'] }) },
  { name: 'S3 for lists alone', caught: true, app: (stack) => behind(stack, 'S3', { actions: ['s3:ListBucket'], resources: ['*'] }) },
  { name: 'ECR without tokens', caught: true, app: (stack) => behind(stack, 'Api', { actions: ['ecr:BatchGetImage'], resources: ['*'] }) },
  { name: 'S3 for the layers', caught: false, app: (stack) => behind(stack, 'S3', { actions: ['s3:GetObject'], resources: [LAYERS] }) },
  { name: 'S3 for all', caught: false, app: (stack) => behind(stack, 'S3', { actions: ['s3:*'], resources: ['*'] }) },
  { name: 'no policy', caught: false, app: (stack) => behind(stack, 'S3', undefined) },
  { name: 'an image of another registry', caught: false, app: (stack) => behind(stack, 'S3', { actions: ['s3:ListBucket'], resources: ['*'] }, 'nginx:1.27') },
  {
    name: 'a parameter is the bucket',
    caught: false,
    notChecked: true,
    app: (stack) => behind(stack, 'S3', { actions: ['s3:GetObject'], resources: [parameter(stack)] }),
  },
];
