import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, repository }) => {
  const vpc = new ec2.Vpc(stack, 'Closed', {
    natGateways: 0,
    subnetConfiguration: [{ name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  vpc.addInterfaceEndpoint('EcrApi', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
  vpc.addInterfaceEndpoint('EcrDocker', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });

  const cluster = new ecs.Cluster(stack, 'ClosedCluster', { vpc });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2'),
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app' }),
  });
  new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
  });
};

export const plain: Fix = ({ stack, repository }) => {
  const vpc = new ec2.Vpc(stack, 'Closed', {
    natGateways: 0,
    subnetConfiguration: [{ name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  vpc.addInterfaceEndpoint('EcrApi', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
  vpc.addInterfaceEndpoint('EcrDocker', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
  vpc.addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });

  const cluster = new ecs.Cluster(stack, 'ClosedCluster', { vpc });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2'),
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app' }),
  });
  new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
  });
};

export const guarded: Fix = ({ stack, repository }) => {
  const vpc = new ec2.Vpc(stack, 'Closed', {
    natGateways: 0,
    subnetConfiguration: [{ name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  vpc.addInterfaceEndpoint('EcrApi', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
  vpc.addInterfaceEndpoint('EcrDocker', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
  vpc.addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });

  new FargateWorkerService(stack, 'Shop', {
    cluster: new ecs.Cluster(stack, 'ClosedCluster', { vpc }),
    image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2'),
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
  });
};
