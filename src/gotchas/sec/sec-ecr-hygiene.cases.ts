import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function policy(stack: Stack, statement: Readonly<Record<string, unknown>>): void {
  resource(stack, 'Repository', 'AWS::ECR::Repository', {
    RepositoryPolicyText: { Statement: [{ Effect: 'Allow', Action: 'ecr:BatchGetImage', ...statement }] },
  });
}

function image(stack: Stack, imageTagMutability?: ecr.TagMutability): void {
  const repository = new ecr.Repository(stack, 'Repository', { imageTagMutability });
  new ecs.FargateTaskDefinition(stack, 'Task').addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1') });
}

export const cases: readonly GotchaCase[] = [
  { name: 'every principal may pull', caught: true, app: (stack) => policy(stack, { Principal: '*' }) },
  { name: 'every account may pull', caught: true, app: (stack) => policy(stack, { Principal: { AWS: '*' } }) },
  { name: 'a tag that tasks run may move', caught: true, consequence: 'worth-knowing', app: (stack) => image(stack) },
  { name: 'tags stay', caught: false, app: (stack) => image(stack, ecr.TagMutability.IMMUTABLE) },
  { name: 'one account may pull', caught: false, app: (stack) => policy(stack, { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }) },
  {
    name: 'an organization may pull',
    caught: false,
    app: (stack) => policy(stack, { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-shop' } } }),
  },
  { name: 'no task runs its images', caught: false, app: (stack) => void new ecr.Repository(stack, 'Repository') },
  {
    name: 'a parameter brings the policy',
    caught: false,
    notChecked: true,
    app: (stack) => void resource(stack, 'Repository', 'AWS::ECR::Repository', { RepositoryPolicyText: { Statement: parameter(stack) } }),
  },
];
