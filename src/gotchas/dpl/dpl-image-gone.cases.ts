import { Repository, TagStatus, type LifecycleRule } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Duration, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function pulled(stack: Stack, ...lifecycleRules: LifecycleRule[]): void {
  const repository = new Repository(stack, 'Repository', { lifecycleRules });
  new FargateTaskDefinition(stack, 'Task').addContainer('app', { image: ContainerImage.fromEcrRepository(repository, '1.0') });
}

type Properties = Readonly<Record<string, unknown>>;

function withRule(stack: Stack, selection: Properties, properties: Properties = {}, action: Properties = { type: 'expire' }): CfnResource {
  const LifecyclePolicyText = JSON.stringify({ rules: [{ rulePriority: 1, selection, action }] });
  return resource(stack, 'Repository', 'AWS::ECR::Repository', { LifecyclePolicy: { LifecyclePolicyText }, ...properties });
}

function deployed(stack: Stack, tag: string, ...rule: [selection: Properties, properties?: Properties, action?: Properties]): void {
  const uri = withRule(stack, ...rule).getAtt('RepositoryUri').toString();
  fargateTask(stack, {}, { Image: `${uri}${tag}` });
}

export const cases: readonly GotchaCase[] = [
  { name: 'images expire after a month', caught: true, app: (stack) => pulled(stack, { maxImageAge: Duration.days(30) }) },
  { name: 'one image is kept', caught: true, app: (stack) => pulled(stack, { maxImageCount: 1 }) },
  {
    name: 'a release expires after a year, like all that is tagged',
    caught: true,
    app: (stack) => pulled(stack, { tagStatus: TagStatus.TAGGED, tagPatternList: ['*'], maxImageAge: Duration.days(365) }),
  },
  { name: 'twenty images are kept', caught: false, app: (stack) => pulled(stack, { maxImageCount: 20 }) },
  { name: 'untagged images expire', caught: false, app: (stack) => pulled(stack, { tagStatus: TagStatus.UNTAGGED, maxImageAge: Duration.days(1) }) },
  { name: 'trial images expire', caught: false, app: (stack) => pulled(stack, { tagStatus: TagStatus.TAGGED, tagPrefixList: ['pr-'], maxImageAge: Duration.days(7) }) },
  {
    name: 'untagged images expire, and each build takes the tag over',
    caught: true,
    app: (stack) => deployed(stack, ':production', { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 }),
  },
  {
    name: 'one untagged image is kept, and there is no tag, which is latest',
    caught: true,
    app: (stack) => deployed(stack, '', { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 1 }),
  },
  {
    name: 'images with the prefix of the tag that runs expire',
    caught: true,
    app: (stack) => deployed(stack, ':release-12', { tagStatus: 'tagged', tagPrefixList: ['release-'], countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 }),
  },
  {
    name: 'the image names the repository by an address',
    caught: true,
    app: (stack) => {
      withRule(stack, { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 }, { RepositoryName: 'team/shop' });
      fargateTask(stack, {}, { Image: `${stack.account}.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1.0` });
    },
  },
  {
    name: 'untagged images expire, and no build may take a tag over',
    caught: false,
    app: (stack) => deployed(stack, ':production', { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 }, { ImageTagMutability: 'IMMUTABLE' }),
  },
  {
    name: 'untagged images expire, and the image is named by its digest',
    caught: false,
    app: (stack) => deployed(stack, `@sha256:${'0'.repeat(64)}`, { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 }),
  },
  {
    name: 'images move to the archive',
    caught: false,
    app: (stack) => deployed(stack, ':1.0', { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 90 }, {}, { type: 'transition', targetStorageClass: 'archive' }),
  },
  { name: 'nothing expires', caught: false, app: (stack) => pulled(stack) },
  { name: 'nothing runs from it', caught: false, app: (stack) => void new Repository(stack, 'Repository', { lifecycleRules: [{ maxImageCount: 1 }] }) },
  {
    name: 'a parameter is the policy',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const repository = resource(stack, 'Repository', 'AWS::ECR::Repository', { LifecyclePolicy: { LifecyclePolicyText: parameter(stack) } });
      fargateTask(stack, {}, { Image: `${repository.getAtt('RepositoryUri').toString()}:1.0` });
    },
  },
];
