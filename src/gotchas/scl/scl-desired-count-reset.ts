import { defineGotcha } from '../definition';

export const sclDesiredCountReset = defineGotcha({
  id: 'scl-desired-count-reset',
  title: 'A fixed desired count undoes auto scaling on every deployment',
  consequence: 'misbehaves',
  symptom: 'At a deployment the running count falls to the number in the template, and the load is on too few tasks until scaling catches up.',
  why: 'CloudFormation writes DesiredCount on each update, so a deployment at peak drops the service back to it.',
  rule: 'A service with a scalable target has no `desiredCount`.',
  fix: 'remove desiredCount and use the scaling minCapacity as the floor',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
  levels: ['synth'],
  avoidedBy: 'Our services leave DesiredCount out where a scaling part is attached, and where it is not set and anything scales them.',
  subject: 'service',
  needs: ['setsDesiredCount', 'scaling'],
  reads: ['desiredCount'],
  check: ({ setsDesiredCount, desiredCount, scaling }) => {
    if (!setsDesiredCount || !scaling) return [];
    // The deployment may set a parameter to the number of tasks that run at the moment.
    return typeof desiredCount === 'number'
      ? [{ property: 'desiredCount', detail: `desiredCount (${desiredCount}) is set on a service that scales` }]
      : [{ property: 'desiredCount', detail: 'desiredCount (known at deployment) is set on a service that scales' }];
  },
});
