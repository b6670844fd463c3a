import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, repository }) => {
  const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
  const vpc = new ec2.Vpc(stack, 'Closed', { natGateways: 0, subnetConfiguration: [{ name: 'tasks', ...vpcSubnets }] });
  vpc.addInterfaceEndpoint('EcrApi', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
  vpc.addInterfaceEndpoint('EcrDocker', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2') });
  new ecs.FargateService(stack, 'Shop', {
    cluster: new ecs.Cluster(stack, 'ClosedCluster', { vpc }),
    taskDefinition,
    vpcSubnets,
    enableExecuteCommand: true,
  });
};

export const plain: Fix = ({ stack, repository }) => {
  const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
  const vpc = new ec2.Vpc(stack, 'Closed', { natGateways: 0, subnetConfiguration: [{ name: 'tasks', ...vpcSubnets }] });
  vpc.addInterfaceEndpoint('EcrApi', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
  vpc.addInterfaceEndpoint('EcrDocker', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
  vpc.addInterfaceEndpoint('Exec', { service: ec2.InterfaceVpcEndpointAwsService.SSM_MESSAGES });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2') });
  new ecs.FargateService(stack, 'Shop', {
    cluster: new ecs.Cluster(stack, 'ClosedCluster', { vpc }),
    taskDefinition,
    vpcSubnets,
    enableExecuteCommand: true,
  });
};
