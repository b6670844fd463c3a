import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, role } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:v1';
const PULL = ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];
const WRITE = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const LOGGING = { LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1' } } };

function runs(stack: Stack, Action: unknown, container: Properties = { Image: ECR }, task: Properties = {}): void {
  fargateTask(stack, { ExecutionRoleArn: role(stack, { Effect: 'Allow', Action, Resource: '*' }).getAtt('Arn'), ...task }, container);
}

export const cases: readonly GotchaCase[] = [
  { name: 'the role may write logs, and not pull', caught: true, app: (stack) => runs(stack, WRITE) },
  {
    name: 'the image is in a repository of the app',
    caught: true,
    app: (stack) => runs(stack, WRITE, { Image: `${resource(stack, 'Images', 'AWS::ECR::Repository', {}).getAtt('RepositoryUri').toString()}:v1` }),
  },
  {
    name: 'the address of the image has several parts',
    caught: true,
    app: (stack) => runs(stack, WRITE, { Image: { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/shop:v1' } }),
  },
  { name: 'the layers may not be read', caught: true, consequence: 'risk', app: (stack) => runs(stack, 'ecr:GetAuthorizationToken') },
  { name: 'the role may pull, and not write logs', caught: true, app: (stack) => runs(stack, PULL, { Image: ECR, ...LOGGING }) },
  { name: 'the role may do both', caught: false, app: (stack) => runs(stack, [...PULL, ...WRITE], { Image: ECR, ...LOGGING }) },
  {
    name: 'the role has the managed policy',
    caught: false,
    app: (stack) => {
      const own = role(stack);
      own.addPropertyOverride('ManagedPolicyArns', ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']);
      fargateTask(stack, { ExecutionRoleArn: own.getAtt('Arn') }, { Image: ECR, ...LOGGING });
    },
  },
  { name: 'the image is public', caught: false, app: (stack) => runs(stack, WRITE, { Image: 'public.ecr.aws/nginx/nginx:1.27', ...LOGGING }) },
  {
    name: 'instances write the logs',
    caught: false,
    app: (stack) => runs(stack, PULL, { Image: ECR, Memory: 256, ...LOGGING }, { RequiresCompatibilities: ['EC2'] }),
  },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { ExecutionRoleArn: parameter(stack) }, { Image: ECR }) },
];
