import { ContainerImage, FargateTaskDefinition, LogDrivers, Secret } from 'aws-cdk-lib/aws-ecs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function logged(stack: Stack, region: string): void {
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': 'shop', 'awslogs-region': region, 'awslogs-stream-prefix': 'app' } } });
}

function inRegion(stack: Stack, region: string): void {
  const taskDefinition = new FargateTaskDefinition(new Stack(stack.node.root, 'Other', { env: { region, account: '111122223333' } }), 'Task');
  taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('nginx'), logging: LogDrivers.awsLogs({ streamPrefix: 'app' }) });
}

const image = (stack: Stack, region: string) => void fargateTask(stack, {}, { Image: `111122223333.dkr.ecr.${region}.amazonaws.com/shop:1.0` });

const secret = (stack: Stack, ValueFrom: string) => void fargateTask(stack, {}, { Secrets: [{ Name: 'PASSWORD', ValueFrom }] });

function parameterOfStack(stack: Stack): void {
  const taskDefinition = new FargateTaskDefinition(stack, 'Task');
  const password = StringParameter.fromStringParameterName(stack, 'Password', '/shop/password');
  taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('nginx'), secrets: { PASSWORD: Secret.fromSsmParameter(password) } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'awslogs-region', caught: true, app: (stack) => logged(stack, 'us-west-3') },
  { name: 'awslogs-region in other words', caught: true, app: (stack) => logged(stack, 'Frankfurt') },
  { name: 'the region of the stack', caught: true, app: (stack) => inRegion(stack, 'eu-west-7') },
  { name: 'an image in ECR', caught: true, app: (stack) => image(stack, 'us-west-3') },
  { name: 'the ARN of a secret', caught: true, app: (stack) => secret(stack, 'arn:aws:secretsmanager:eu-weast-1:111122223333:secret:shop-AbCdEf') },
  { name: 'an ARN with the account of the stack', caught: true, app: (stack) => secret(stack, `arn:${stack.partition}:ssm:us-west-3:${stack.account}:parameter/shop`) },
  { name: 'a region of AWS for logs', caught: false, app: (stack) => logged(stack, 'us-west-2') },
  { name: 'a stack in China', caught: false, app: (stack) => inRegion(stack, 'cn-northwest-1') },
  { name: 'an image in a region of AWS', caught: false, app: (stack) => image(stack, 'ap-southeast-5') },
  { name: 'the ARN of a parameter in a region of AWS', caught: false, app: (stack) => secret(stack, 'arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/shop') },
  { name: 'an ARN that the CDK writes', caught: false, app: parameterOfStack },
  { name: 'a parameter decides the region', caught: false, notChecked: true, app: (stack) => logged(stack, parameter(stack)) },
];
