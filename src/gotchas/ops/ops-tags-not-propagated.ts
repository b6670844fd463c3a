import { defineGotcha } from '../definition';

export const opsTagsNotPropagated = defineGotcha({
  id: 'ops-tags-not-propagated',
  title: 'Tags of the service do not reach its tasks',
  consequence: 'worth-knowing',
  symptom: 'The cost of the service is missing under its tag in Cost Explorer.',
  why: 'What is billed is the task: without propagated tags its cost is in no cost allocation by tag, and policies by tag do not see it.',
  rule: '`propagateTags` of a service with tags is `SERVICE` or `TASK_DEFINITION`; left out, it is `NONE`.',
  fix: 'set propagateTags to SERVICE',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html',
  levels: ['synth', 'live'],
  designedOut: 'Our services propagate their tags.',
  causalRank: 'none',
  subject: 'service',
  needs: ['hasTags', 'propagateTags'],
  check: ({ hasTags, propagateTags }) => hasTags && propagateTags === 'NONE'
    ? [{ property: 'propagateTags', detail: 'propagateTags (NONE) keeps the tags of the service from its tasks' }]
    : [],
});
