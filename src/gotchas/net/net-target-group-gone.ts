import { defineLiveGotcha } from '../definition';

export const netTargetGroupGone = defineLiveGotcha({
  id: 'net-target-group-gone',
  title: 'The target group of the service was deleted',
  consequence: 'rejected',
  symptom: '`The target group with targetGroupArn … does not exist.`',
  why: 'Tasks can\'t be registered, so no traffic reaches them and no deployment ends.',
  rule: 'The target groups of a service exist.',
  fix: 'create the target group again, name it in the service and deploy; remove it from the service before it is deleted',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
});
