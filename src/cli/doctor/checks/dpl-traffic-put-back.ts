import { known } from '../../../facts/fact';
import type { LiveTargetGroup } from '../../collect/account';
import { isSteady } from '../../collect/service-state';
import type { ElbRule } from '../../collect/shapes';
import { onService, orNone } from '../live-check';

const SHIFTED: readonly (string | undefined)[] = ['BLUE_GREEN', 'LINEAR', 'CANARY'];

export const dplTrafficPutBack = onService({
  id: 'dpl-traffic-put-back',
  check: ({ live: { service, revisions, deployments, targetGroups } }) => {
    // While a deployment goes on, ECS itself shifts the weights.
    if (!SHIFTED.includes(service.deploymentConfiguration?.strategy) || !isSteady(service) || isMoving(known(deployments)[0]?.status)) return [];
    const running = new Set((service.currentServiceRevisions ?? []).map(({ arn }) => arn));
    if (running.size !== 1) return [];
    const current = known(revisions).find(({ serviceRevisionArn }) => running.has(serviceRevisionArn));
    const groups = known(targetGroups);
    return (current?.resolvedConfiguration?.loadBalancers ?? []).flatMap(({ targetGroupArn, productionListenerRule }) => {
      const weights = weightsOf(productionListenerRule, groups);
      const all = weights.reduce((sum, { weight }) => sum + weight, 0);
      const other = weights.filter(({ arn, weight }) => arn !== targetGroupArn && weight > 0);
      if (all === 0 || targetGroupArn === undefined || other.length === 0) return [];
      const percent = Math.round(other.reduce((sum, { weight }) => sum + weight, 0) * 100 / all);
      const isAnswered = other.every(({ arn }) => hasHealthyTargets(groups.find(({ targetGroup }) => targetGroup.TargetGroupArn === arn)));
      return [{
        property: 'productionListenerRule',
        severity: isAnswered ? 'warning' as const : 'error' as const,
        detail: `productionListenerRule (${percent} % to ${other.map(({ arn }) => nameOf(arn)).join(', ')}) leads past ${nameOf(targetGroupArn)}, the target group of the running revision`,
        fix: `set the weight of ${nameOf(targetGroupArn)} to 100 and those of others to 0 in the rule, and leave the rule unchanged in the template`,
      }];
    });
  },
});

function isMoving(status: string | undefined): boolean {
  return /^(?:PENDING|IN_PROGRESS|STOP_REQUESTED|ROLLBACK_REQUESTED|ROLLBACK_IN_PROGRESS)$/.test(status ?? '');
}

interface Weight {
  readonly arn: string | undefined;
  readonly weight: number;
}

/** Weights of target groups in a rule, or in the listener of a Network Load Balancer. */
function weightsOf(route: string | undefined, groups: readonly LiveTargetGroup[]): readonly Weight[] {
  const listeners = groups.flatMap((group) => orNone(group.listeners));
  const actions: ElbRule['Actions'] = listeners.find(({ ListenerArn }) => ListenerArn === route)?.DefaultActions
    ?? listeners.flatMap(({ Rules }) => Rules).find(({ RuleArn }) => RuleArn === route)?.Actions;
  return (actions ?? []).flatMap(({ TargetGroupArn: single, ForwardConfig }): readonly Weight[] => {
    const several = ForwardConfig?.TargetGroups ?? [];
    if (several.length > 0) return several.map(({ TargetGroupArn: arn, Weight: weight = 1 }) => ({ arn, weight }));
    return single === undefined ? [] : [{ arn: single, weight: 1 }];
  });
}

function hasHealthyTargets(group: LiveTargetGroup | undefined): boolean {
  return group !== undefined && orNone(group.health).some(({ TargetHealth: state }) => state?.State === 'healthy');
}

function nameOf(targetGroupArn: string | undefined): string {
  return targetGroupArn?.split('/').at(-2) ?? '';
}
