import { defineGotcha } from '../definition';

export const tdInactiveOrUnpinnedRevision = defineGotcha({
  id: 'td-inactive-or-unpinned-revision',
  title: 'A service without a fixed revision',
  consequence: 'misbehaves',
  symptom: 'A new revision was registered, and tasks go on with the one before.',
  why: 'Without a revision, ECS uses the latest one at the moment CloudFormation writes the service: '
    + 'later ones reach no task until something else changes, and a rollback brings the same one back.',
  rule: 'With the `ECS` controller, `taskDefinition` of a service is a reference to the task definition of a stack, or a family with its revision, as in `shop:42`.',
  fix: 'name the revision, as in shop:42, or let the stack create the task definition and refer to it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our services create the task definition that they run.',
  causalRank: 'start',
  isObserved: true,
  subject: 'service',
  // CODE_DEPLOY and EXTERNAL bring the revision with each deployment.
  needs: ['controller', 'taskIsPinned'],
  check: ({ controller, taskIsPinned }) => controller !== 'ECS' || taskIsPinned !== false ? [] : [{
    property: 'taskDefinition',
    detail: 'taskDefinition (a family without a revision) is whichever revision is the latest',
  }],
});
