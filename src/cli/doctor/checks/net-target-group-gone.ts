import { known } from '../../../facts/fact';
import { targetGroupArns } from '../../collect/read/load-balancing';
import { onService } from '../live-check';

export const netTargetGroupGone = onService({
  id: 'net-target-group-gone',
  check: ({ live: { service, targetGroups } }) => {
    const there = new Set(known(targetGroups).map(({ targetGroup }) => targetGroup.TargetGroupArn));
    return targetGroupArns(service).filter((arn) => !there.has(arn)).map((arn) => ({
      property: 'loadBalancers', thing: arn, detail: `loadBalancers (target group ${arn.split('/').at(-2) ?? arn}) name a target group that does not exist`,
    }));
  },
});
