import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netTargetTypeMismatch = defineGotcha({
  id: 'net-target-type-mismatch',
  title: 'The target type of the target group does not fit the network mode',
  consequence: 'rejected',
  symptom: '`The provided target group … has target type instance, which is incompatible with the awsvpc network mode specified in the task definition`, or the other way round.',
  why: 'In awsvpc each task has an address of its own, in bridge and host it is behind a port of its instance; ECS refuses a target group of the other kind.',
  rule: '`targetType` is `ip` in network mode `awsvpc`, and `instance` in `bridge` and `host`.',
  fix: 'set targetType to ip for awsvpc, to instance for bridge and host',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our target groups have the type for the network mode of the service; `Ingress.existingTargetGroup` uses yours as it is.',
  subject: 'service',
  needs: ['loadBalancers', 'task'],
  check: ({ loadBalancers, task }) => each(loadBalancers, ({ targetGroup }) => {
    const networkMode = known(task.networkMode);
    const targetType = known(targetGroup.targetType);
    const fits = networkMode === 'awsvpc' ? 'ip' : 'instance';
    return networkMode === 'none' || targetType === fits ? [] : [{
      detail: `targetType (${targetType}) does not fit network mode ${networkMode}, which needs ${fits}`,
      property: 'targetType',
      fix: `set targetType to ${fits}; it can't be changed later, so the target group is replaced`,
    }];
  }),
});
