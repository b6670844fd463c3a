import { known } from '../../facts/fact';
import { all, defineGotcha, type Finding, type Result } from '../definition';

export const dplEarlySuccess = defineGotcha({
  id: 'dpl-early-success',
  title: 'Early success of a deployment that is not spelt out',
  consequence: 'rejected',
  symptom: 'Creating or updating the service fails with an `InvalidParameterException` about `earlySuccessCriteria`.',
  why: 'A deployment that counts as done early needs to know how many tasks have to be healthy, no fewer than stay healthy anyway, and what becomes of the old ones: '
    + 'ECS refuses anything less.',
  rule: 'With early success on, `healthyPercent` is a whole number from `minimumHealthyPercent` (100 where none is set) to 100, `sourceServiceRevisionCleanup` is `BLOCKING` or `DEFERRED`, and the strategy is `ROLLING`.',
  fix: 'set healthyPercent from minimumHealthyPercent to 100, and sourceServiceRevisionCleanup, for a rolling deployment',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  levels: ['construct', 'synth'],
  subject: 'service',
  needs: ['earlySuccess'],
  reads: ['strategy', 'minHealthyPercent'],
  check: ({ earlySuccess, strategy, minHealthyPercent }) => {
    if (!earlySuccess || !known(earlySuccess.enabled)) return [];
    return all(
      () => percent(known(earlySuccess.healthyPercent), () => known(minHealthyPercent) ?? 100),
      () => cleanup(known(earlySuccess.cleanup)),
      () => known(strategy) === 'ROLLING' ? [] : [{ ...found(`earlySuccessCriteria (on) is for rolling deployments, and not for strategy ${known(strategy)}`), consequence: 'risk' }],
    );
  },
});

function percent(healthy: number | undefined, minimum: () => number): readonly Result[] {
  if (healthy === undefined) return [found('healthyPercent (none) leaves the end of the deployment undefined')];
  if (healthy < 0 || healthy > 100 || !Number.isInteger(healthy)) return [found(`healthyPercent (${healthy}) is not a whole number from 0 to 100`)];
  return healthy >= minimum() ? [] : [found(`healthyPercent (${healthy}) is less than minimumHealthyPercent (${minimum()})`)];
}

function cleanup(when: string | undefined): readonly Result[] {
  if (when === undefined) return [found('sourceServiceRevisionCleanup (none) leaves the removal of the old tasks undefined')];
  return when === 'BLOCKING' || when === 'DEFERRED' ? [] : [found(`sourceServiceRevisionCleanup (${when}) is neither BLOCKING nor DEFERRED`)];
}

function found(detail: string): Finding {
  return { property: 'earlySuccessCriteria', detail };
}
