import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const POLICY = 'arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices';

function express(stack: Stack, InfrastructureRoleArn: unknown): void {
  resource(stack, 'Web', 'AWS::ECS::ExpressGatewayService', { InfrastructureRoleArn, PrimaryContainer: { Image: 'public.ecr.aws/nginx/nginx:1.27', ContainerPort: 80 } });
}

function role(stack: Stack, Service: string, ...ManagedPolicyArns: readonly string[]): unknown {
  const AssumeRolePolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }] };
  return resource(stack, 'Role', 'AWS::IAM::Role', { AssumeRolePolicyDocument, ManagedPolicyArns }).getAtt('Arn');
}

export const cases: readonly GotchaCase[] = [
  { name: 'tasks assume the role', caught: true, app: (stack) => express(stack, role(stack, 'ecs-tasks.amazonaws.com', POLICY)) },
  { name: 'the role may do nothing', caught: true, consequence: 'risk', app: (stack) => express(stack, role(stack, 'ecs.amazonaws.com')) },
  { name: 'ECS assumes the role, which has the managed policy', caught: false, app: (stack) => express(stack, role(stack, 'ecs.amazonaws.com', POLICY)) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => express(stack, parameter(stack)) },
];
