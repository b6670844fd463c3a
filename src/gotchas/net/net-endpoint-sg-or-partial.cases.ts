import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Situation extends Omit<ec2.InterfaceVpcEndpointOptions, 'service'> {
  readonly service?: ec2.InterfaceVpcEndpointAwsService;
  readonly image?: string;
  readonly letIn?: boolean;
  readonly vpc?: ec2.VpcProps;
}

function withEndpoint(stack: Stack, situation: Situation): void {
  const { service = ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER, image = ECR, letIn, vpc: props, ...options } = situation;
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, ...props });
  const endpoint = vpc.addInterfaceEndpoint('Endpoint', { service, ...options });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry(image) });
  const { connections } = new ecs.FargateService(stack, 'Service', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition });
  if (letIn) endpoint.connections.allowDefaultPortFrom(connections);
}

function onInstances(stack: Stack, ...services: readonly ec2.InterfaceVpcEndpointAwsService[]): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  services.forEach((service, index) => vpc.addInterfaceEndpoint(`Endpoint${index}`, { service }));
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType('t3.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023() });
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry(ECR), memoryLimitMiB: 256 });
  new ecs.Ec2Service(stack, 'Service', { cluster, taskDefinition });
}

const ISOLATED: ec2.VpcProps = { natGateways: 0, subnetConfiguration: [{ name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] };
const { ECS, ECS_AGENT, ECS_TELEMETRY } = ec2.InterfaceVpcEndpointAwsService;
const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:v1';

export const cases: readonly GotchaCase[] = [
  { name: 'an endpoint for ECR with a security group without rules', caught: true, app: (stack) => withEndpoint(stack, { open: false }) },
  {
    name: 'an endpoint for the ECR API with a rule for another security group',
    caught: true,
    app: (stack) => {
      withEndpoint(stack, { open: false, service: ec2.InterfaceVpcEndpointAwsService.ECR });
      const endpoint = stack.node.findChild('Vpc').node.findChild('Endpoint') as ec2.InterfaceVpcEndpoint;
      endpoint.connections.allowDefaultPortFrom(new ec2.SecurityGroup(stack, 'Bastion', { vpc: stack.node.findChild('Vpc') as ec2.Vpc }));
    },
  },
  { name: 'one of three endpoints for the agents of instances', caught: true, consequence: 'misbehaves', app: (stack) => onInstances(stack, ECS) },
  { name: 'all three endpoints for the agents of instances', caught: false, app: (stack) => onInstances(stack, ECS, ECS_AGENT, ECS_TELEMETRY) },
  { name: 'no endpoint for the agents of instances', caught: false, app: (stack) => onInstances(stack) },
  { name: 'an endpoint that is open to the VPC', caught: false, app: (stack) => withEndpoint(stack, {}) },
  { name: 'an endpoint that is open to the tasks', caught: false, app: (stack) => withEndpoint(stack, { open: false, letIn: true }) },
  { name: 'without private DNS the public way is taken', caught: false, app: (stack) => withEndpoint(stack, { open: false, privateDnsEnabled: false }) },
  {
    name: 'without private DNS the public way is taken, and there is none',
    caught: true,
    consequence: 'risk',
    app: (stack) => withEndpoint(stack, { privateDnsEnabled: false, vpc: ISOLATED, subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } }),
  },
  { name: 'the image is elsewhere', caught: false, app: (stack) => withEndpoint(stack, { open: false, image: 'public.ecr.aws/nginx/nginx:1.27' }) },
  { name: 'an endpoint for something else', caught: false, app: (stack) => withEndpoint(stack, { open: false, service: ec2.InterfaceVpcEndpointAwsService.SQS }) },
  {
    name: 'the security group of the endpoint comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => withEndpoint(stack, { open: false, securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Given', parameter(stack, 'GivenId'), { mutable: false })] }),
  },
];
