import { known, whereKnown } from '../../facts/fact';
import type { LifecycleRuleFacts } from '../../facts/repository';
import { all, defineGotcha, each, type Result } from '../definition';

const MOST_WILDCARDS = 4;

export const dplLifecyclePolicyRefused = defineGotcha({
  id: 'dpl-lifecycle-policy-refused',
  title: 'A lifecycle policy that ECR does not take',
  consequence: 'rejected',
  symptom: '`InvalidParameterException: Invalid parameter at \'LifecyclePolicyText\' failed to satisfy constraint`, and the stack rolls back.',
  why: 'The policy is JSON in a text, which nothing reads before ECR does. Its rules depend on each other: one for all images has to come last, one for tagged images has to name their tags.',
  rule: '`LifecyclePolicyText` is a JSON object with `rules`. Each has its own `rulePriority`, and one with `any` the highest. `tagged` has either `tagPrefixList` or `tagPatternList`, whose patterns have 4 `*` at most; `untagged` and `any` have '
    + 'neither. `sinceImagePushed` and its like have the `countUnit` `days`, and `imageCountMoreThan` has none.',
  fix: 'write the rules as the page on lifecycle policies has them',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html',
  levels: ['synth'],
  avoidedBy: 'Repositories of the CDK check their `lifecycleRules`.',
  subject: 'repository',
  needs: ['lifecycleIsReadable'],
  reads: ['lifecycleRules'],
  check: ({ lifecycleIsReadable, lifecycleRules }) => !lifecycleIsReadable ? [{
    property, detail: 'lifecyclePolicyText (not JSON with a list of rules) can\'t be read', fix: 'write a JSON object with the property rules, which is a list',
  }] : all(
    () => order(known(lifecycleRules)),
    () => each(known(lifecycleRules), (rule) => all(() => tags(rule), () => counted(rule))),
  ),
});

const property = 'lifecyclePolicyText';

function order(rules: readonly LifecycleRuleFacts[]): readonly Result[] {
  const priorities = rules.map(({ priority }) => known(priority));
  const highest = Math.max(...priorities.map((one) => one ?? 0));
  const ofAll = whereKnown(rules, ({ tagStatus }) => known(tagStatus) === 'any').map(({ priority }) => known(priority));
  return [
    ...priorities.includes(undefined) ? [{ property, detail: 'rulePriority (none) is needed in each rule', fix: 'set rulePriority to 1, 2 and so on' }] : [],
    ...twice(priorities.filter((one) => one !== undefined)).map((one) => ({
      property, detail: `rulePriority (${one}) is that of more than one rule`, fix: 'set a different rulePriority in each rule',
    })),
    ...ofAll.filter((one) => one !== undefined && one < highest).map((one) => ({
      property,
      detail: `rulePriority (${one}) of the rule for tagStatus any is not the highest, which is ${highest}`,
      fix: `set rulePriority of the rule for tagStatus any above ${highest}`,
    })),
  ];
}

function twice(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers.filter((one, index) => numbers.indexOf(one) !== index))];
}

function tags({ tagStatus, tagLists, tagPatterns }: LifecycleRuleFacts): readonly Result[] {
  const status = known(tagStatus);
  const lists = known(tagLists);
  if (status !== 'tagged') {
    return lists.map((name) => ({ property, detail: `${name} (set) is for tagStatus tagged, and the rule is for ${status}`, fix: `leave ${name} out, or set tagStatus to tagged` }));
  }
  if (lists.length === 0) {
    return [{ property, detail: 'tagPatternList (not set) is needed with tagStatus tagged, or tagPrefixList', fix: 'set tagPatternList to the tags of the images, as in v*, or * for all of them' }];
  }
  if (lists.length > 1) return [{ property, detail: 'tagPatternList (set) stands beside tagPrefixList in one rule', fix: 'leave one of them out, or write two rules' }];
  return known(tagPatterns).filter((pattern) => lists[0] === 'tagPatternList' && pattern.split('*').length - 1 > MOST_WILDCARDS).map((pattern) => ({
    property, detail: `tagPatternList (${pattern}) has more than ${MOST_WILDCARDS} wildcards`, fix: `leave ${MOST_WILDCARDS} wildcards at most`,
  }));
}

function counted({ countType, countUnit }: LifecycleRuleFacts): readonly Result[] {
  const type = known(countType);
  const unit = known(countUnit);
  if (type.startsWith('since')) {
    return unit === 'days' ? [] : [{ property, detail: `countUnit (${unit ?? 'not set'}) of ${type} has to be days`, fix: 'set countUnit to days' }];
  }
  return type === 'imageCountMoreThan' && unit !== undefined ? [{ property, detail: `countUnit (${unit}) is not for imageCountMoreThan`, fix: 'leave countUnit out' }] : [];
}
