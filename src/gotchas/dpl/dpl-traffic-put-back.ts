import { defineLiveGotcha } from '../definition';

export const dplTrafficPutBack = defineLiveGotcha({
  id: 'dpl-traffic-put-back',
  title: 'Production traffic that does not go to the running revision',
  consequence: 'misbehaves',
  symptom: 'Answers with 503 after a stack update that had nothing to do with the service, or an old version answers.',
  why: 'ECS shifts traffic in the production listener rule. CloudFormation knows the rule as the template has it, and an update of the rule writes the weights of the template again.',
  rule: 'Once a blue/green, linear or canary deployment has ended, the production listener rule forwards to the target group of the running revision alone.',
  fix: 'set the weights of the production listener rule to 100 for the target group of the running revision, and leave the rule unchanged in the template',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
});
