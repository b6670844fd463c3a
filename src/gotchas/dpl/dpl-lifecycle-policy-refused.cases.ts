import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Selection = Readonly<Record<string, unknown>>;

function policy(stack: Stack, LifecyclePolicyText: unknown): void {
  resource(stack, 'Repository', 'AWS::ECR::Repository', { LifecyclePolicy: { LifecyclePolicyText } });
}

function rules(stack: Stack, ...selections: ReadonlyArray<readonly [priority: number | undefined, selection: Selection]>): void {
  policy(stack, JSON.stringify({ rules: selections.map(([rulePriority, selection]) => ({ rulePriority, selection, action: { type: 'expire' } })) }));
}

const KEEP = { countType: 'imageCountMoreThan', countNumber: 30 };
const OLD = { countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 };
const ANY = { tagStatus: 'any', ...KEEP };
const UNTAGGED = { tagStatus: 'untagged', ...OLD };

export const cases: readonly GotchaCase[] = [
  { name: 'the rule for all images comes first', caught: true, app: (stack) => rules(stack, [1, ANY], [2, UNTAGGED]) },
  { name: 'two rules have one priority', caught: true, app: (stack) => rules(stack, [1, UNTAGGED], [1, ANY]) },
  { name: 'a rule has no priority', caught: true, app: (stack) => rules(stack, [undefined, ANY]) },
  { name: 'a rule for tagged images names no tags', caught: true, app: (stack) => rules(stack, [1, { tagStatus: 'tagged', ...KEEP }]) },
  { name: 'a rule for all images names tags', caught: true, app: (stack) => rules(stack, [1, { ...ANY, tagPrefixList: ['v'] }]) },
  { name: 'a rule has prefixes and patterns', caught: true, app: (stack) => rules(stack, [1, { tagStatus: 'tagged', tagPrefixList: ['v'], tagPatternList: ['v*'], ...KEEP }]) },
  { name: 'a pattern has five wildcards', caught: true, app: (stack) => rules(stack, [1, { tagStatus: 'tagged', tagPatternList: ['a*b*c*d*e*'], ...KEEP }]) },
  { name: 'days are counted without their unit', caught: true, app: (stack) => rules(stack, [1, { tagStatus: 'untagged', countType: 'sinceImagePushed', countNumber: 14 }]) },
  { name: 'images are counted in days', caught: true, app: (stack) => rules(stack, [1, { ...ANY, countUnit: 'days' }]) },
  { name: 'the text is not JSON', caught: true, app: (stack) => policy(stack, '{"rules": [{"rulePriority": 1,}]}') },
  { name: 'the text is the list of rules', caught: true, app: (stack) => policy(stack, '[]') },
  { name: 'the rule for all images comes last', caught: false, app: (stack) => rules(stack, [10, ANY], [1, UNTAGGED]) },
  { name: 'rules for tagged images by prefix and by pattern', caught: false, app: (stack) => rules(stack, [1, { tagStatus: 'tagged', tagPrefixList: ['v', 'rc'], ...KEEP }], [2, { tagStatus: 'tagged', tagPatternList: ['pr-*'], ...OLD }]) },
  { name: 'there is no policy', caught: false, app: (stack) => void resource(stack, 'Repository', 'AWS::ECR::Repository', {}) },
  { name: 'a parameter is the policy', caught: false, notChecked: true, app: (stack) => policy(stack, parameter(stack)) },
];
