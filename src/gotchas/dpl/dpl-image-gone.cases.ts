import { Repository, TagStatus, type LifecycleRule } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function pulled(stack: Stack, ...lifecycleRules: LifecycleRule[]): void {
  const repository = new Repository(stack, 'Repository', { lifecycleRules });
  new FargateTaskDefinition(stack, 'Task').addContainer('app', { image: ContainerImage.fromEcrRepository(repository, '1.0') });
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
