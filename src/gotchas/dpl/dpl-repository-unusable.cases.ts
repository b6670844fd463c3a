import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import type { Stack } from 'aws-cdk-lib/core';

type Properties = Readonly<Record<string, unknown>>;

function repository(stack: Stack, properties: Properties): void {
  const one = resource(stack, 'Repository', 'AWS::ECR::Repository', properties);
  fargateTask(stack, {}, { Image: `${one.getAtt('RepositoryUri').toString()}:1` });
}

function policy(stack: Stack, statement: Properties): void {
  repository(stack, { RepositoryPolicyText: { Statement: [{ Effect: 'Deny', Principal: '*', Action: 'ecr:*', ...statement }] } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the name has capital letters', caught: true, app: (stack) => repository(stack, { RepositoryName: 'MyShop' }) },
  { name: 'the name ends in a slash', caught: true, app: (stack) => repository(stack, { RepositoryName: 'shop/' }) },
  { name: 'the policy denies all', caught: true, consequence: 'never-works', app: (stack) => policy(stack, {}) },
  { name: 'the policy denies the pull', caught: true, consequence: 'never-works', app: (stack) => policy(stack, { Principal: { AWS: ['*'] }, Action: ['ecr:BatchGetImage'] }) },
  { name: 'the policy denies to push', caught: false, app: (stack) => policy(stack, { Action: ['ecr:PutImage'] }) },
  { name: 'the policy denies to others', caught: false, app: (stack) => policy(stack, { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-shop' } } }) },
  { name: 'the policy denies to one account', caught: false, app: (stack) => policy(stack, { Principal: { AWS: '111122223333' } }) },
  { name: 'the name is in small letters', caught: false, app: (stack) => repository(stack, { RepositoryName: 'team/my-shop_web.v2' }) },
  { name: 'it has no name', caught: false, app: (stack) => repository(stack, {}) },
  { name: 'a parameter decides the name', caught: false, notChecked: true, app: (stack) => repository(stack, { RepositoryName: parameter(stack) }) },
];
