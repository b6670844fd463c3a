import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, repository, bucket }) => {
  const files = vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  files.addToPolicy(new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: [bucket.arnForObjects('*')],
  }));
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Worker');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1') });
  new ecs.FargateService(stack, 'Api', { cluster, taskDefinition });
};

export const plain: Fix = ({ stack, vpc, cluster, repository, bucket }) => {
  const files = vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  files.addToPolicy(new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: [bucket.arnForObjects('*'), `arn:aws:s3:::prod-${stack.region}-starport-layer-bucket/*`],
  }));
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Worker');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1') });
  new ecs.FargateService(stack, 'Api', { cluster, taskDefinition });
};
