import { all, defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const sclServiceNotAwaited = defineGotcha({
  id: 'scl-service-not-awaited',
  title: 'A scalable target that may be created before its service',
  consequence: 'misbehaves',
  symptom: 'The first deployment of the stack fails with `ECS service doesn\'t exist: service/…`, or `No scalable target registered for service namespace: ecs`.',
  why: 'A name is no reference: CloudFormation makes the scalable target, its service and its policies side by side, and Application Auto Scaling refuses a target whose service '
    + 'isn\'t there and a policy whose target isn\'t there.',
  rule: 'A scalable target that has the name of a service of its own stack as text depends on the service, and a policy that has the resource id as text on the target. A reference to the `Name` of the service is a dependency.',
  fix: 'put the Name attribute of the service into the resource id, or make the scalable target depend on the service',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalabletarget.html',
  levels: ['synth'],
  designedOut: 'Scaling parts refer to their service.',
  subject: 'scalableTarget',
  needs: ['serviceAwaited', 'unawaitingPolicies'],
  check: ({ serviceAwaited, unawaitingPolicies }) => all(
    () => serviceAwaited !== false ? [] : [{ property: 'resourceId', detail: 'resourceId (a service by its name) doesn\'t make the scalable target wait for the service of its stack' }],
    () => unawaitingPolicies.length === 0 ? [] : [{
      property: 'resourceId',
      detail: `resourceId (as text) doesn't make the policies wait for the scalable target: ${andOthers(unawaitingPolicies)}`,
      fix: 'set scalingTargetId to a reference of the scalable target, or make the policy depend on it',
    }],
  ),
});
