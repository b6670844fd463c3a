import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ARCHIVE = { type: 'transition', targetStorageClass: 'archive' };
const OLD = { countType: 'sinceImagePushed', countUnit: 'days', countNumber: 90 };

function deployed(stack: Stack, tag: string, selection: Properties, action: Properties = ARCHIVE): void {
  const LifecyclePolicyText = JSON.stringify({ rules: [{ rulePriority: 1, selection, action }] });
  const repository = resource(stack, 'Repository', 'AWS::ECR::Repository', { LifecyclePolicy: { LifecyclePolicyText } });
  fargateTask(stack, {}, { Image: `${repository.getAtt('RepositoryUri').toString()}:${tag}` });
}

export const cases: readonly GotchaCase[] = [
  { name: 'all images are archived after 90 days', caught: true, app: (stack) => deployed(stack, '1.0', { tagStatus: 'any', ...OLD }) },
  {
    name: 'images are archived that were not pulled for 30 days',
    caught: true,
    app: (stack) => deployed(stack, '1.0', { tagStatus: 'any', countType: 'sinceImagePulled', countUnit: 'days', countNumber: 30 }),
  },
  {
    name: 'images with the prefix of the tag that runs are archived',
    caught: true,
    app: (stack) => deployed(stack, 'release-12', { tagStatus: 'tagged', tagPrefixList: ['release-'], ...OLD }),
  },
  { name: 'untagged images are archived, and each build takes the tag over', caught: true, app: (stack) => deployed(stack, 'latest', { tagStatus: 'untagged', ...OLD }) },
  { name: 'untagged images are archived, and the tag stays', caught: false, app: (stack) => deployed(stack, '1.0', { tagStatus: 'untagged', ...OLD }) },
  {
    name: 'trial images are archived',
    caught: false,
    app: (stack) => deployed(stack, 'release-12', { tagStatus: 'tagged', tagPatternList: ['pr-*'], ...OLD }),
  },
  {
    name: 'all but the newest 50 images are archived',
    caught: false,
    app: (stack) => deployed(stack, '1.0', { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 50 }),
  },
  { name: 'images are deleted, not archived', caught: false, app: (stack) => deployed(stack, '1.0', { tagStatus: 'any', ...OLD }, { type: 'expire' }) },
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
