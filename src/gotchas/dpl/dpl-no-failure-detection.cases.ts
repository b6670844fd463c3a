import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, DeploymentControllerType, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'nothing is set', caught: true, app: (stack) => void service(stack, { DeploymentConfiguration: undefined }) },
  {
    name: 'both are off',
    caught: true,
    app: (stack) => void service(stack, {
      DeploymentConfiguration: {
        DeploymentCircuitBreaker: { Enable: false, Rollback: false },
        Alarms: { Enable: false, Rollback: false, AlarmNames: [] },
      },
    }),
  },
  {
    name: 'a service of the AWS CDK with its defaults',
    caught: true,
    app: (stack) => {
      const taskDefinition = new FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
      const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'], privateSubnetIds: ['subnet-1'] });
      new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster', { vpc }), taskDefinition });
    },
  },
  {
    name: 'a daemon',
    caught: true,
    consequence: 'worth-knowing',
    app: (stack) => void service(stack, { DeploymentConfiguration: undefined, LaunchType: 'EC2', SchedulingStrategy: 'DAEMON' }),
  },
  { name: 'the circuit breaker is on', caught: false, app: (stack) => void service(stack) },
  {
    name: 'deployment alarms are on',
    caught: false,
    app: (stack) => void service(stack, { DeploymentConfiguration: { Alarms: { Enable: true, Rollback: true, AlarmNames: ['errors'] } } }),
  },
  {
    name: 'another controller deploys it',
    caught: false,
    app: (stack) => void service(stack, { DeploymentConfiguration: undefined, DeploymentController: { Type: DeploymentControllerType.EXTERNAL } }),
  },
  { name: 'blue/green shifts back by itself', caught: false, app: (stack) => void service(stack, { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } }) },
  {
    name: 'a parameter decides',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: parameter(stack), Rollback: true } } }),
  },
];
