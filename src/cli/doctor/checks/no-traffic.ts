import { known } from '../../../facts/fact';
import type { LiveTargetGroup } from '../../collect/account';
import type { ElbRule } from '../../collect/shapes';
import { onService } from '../live-check';

/** Services all of whose target groups have weight 0 in each rule that forwards to them. */
export const noTraffic = onService({
  id: 'net-target-group-unattached',
  check: ({ live: { service, targetGroups } }) => {
    // CodeDeploy shifts weights by itself.
    if ((service.deploymentController?.type ?? 'ECS') !== 'ECS') return [];
    const groups = known(targetGroups);
    const weights = groups.flatMap((group) => weightsOf(group));
    if (weights.length === 0 || weights.some((weight) => weight > 0)) return [];
    return [{
      property: 'targetGroup',
      severity: 'error',
      causalRank: 'symptom',
      detail: `targetGroup (${groups.map(({ targetGroup }) => targetGroup.TargetGroupName).join(', ')}) has weight 0 in each rule that forwards to it, so the service gets no requests`,
      why: 'A listener splits requests by weight among the target groups of an action, and sends none to a group of weight 0.',
      fix: 'set the weight of the target group of the service above 0 with aws elbv2 modify-rule or modify-listener',
    }];
  },
});

function weightsOf({ targetGroup: { TargetGroupArn }, listeners }: LiveTargetGroup): readonly number[] {
  const actions = known(listeners).flatMap(({ DefaultActions = [], Rules }) => [...DefaultActions, ...Rules.flatMap(({ Actions = [] }) => Actions)]);
  return actions.flatMap((action) => weightIn(action, TargetGroupArn) ?? []);
}

function weightIn({ TargetGroupArn, ForwardConfig }: NonNullable<ElbRule['Actions']>[number], arn: string | undefined): number | undefined {
  const inList = ForwardConfig?.TargetGroups?.find((group) => group.TargetGroupArn === arn);
  if (inList) return inList.Weight ?? 1;
  return TargetGroupArn === arn ? 1 : undefined;
}
