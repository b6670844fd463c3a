import { defineGotcha } from '../definition';

export const sclTwinTargets = defineGotcha({
  id: 'scl-twin-targets',
  title: 'Two scalable targets for one service',
  consequence: 'rejected',
  symptom: 'The second scalable target fails to create: `service/…|ecs:service:DesiredCount|ecs already exists`.',
  why: 'A service has one scalable target, which all its policies share: resource id, dimension and namespace identify it.',
  rule: 'At most 1 scalable target of a stack has the same `resourceId` and `scalableDimension`.',
  fix: 'keep one scalable target with one range, and attach all policies to it',
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  levels: ['synth'],
  designedOut: 'All scaling parts of a service share one scalable target.',
  subject: 'scalableTarget',
  needs: ['twins'],
  check: ({ twins }) => twins.length === 0 ? [] : [{
    property: 'resourceId',
    detail: `resourceId (that of ${twins.join(' and ')} too) has more than one scalable target`,
    fix: `remove ${twins.join(' and ')}, and attach its policies to this scalable target`,
  }],
});
