import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DEFAULT_HEALTH_CHECK } from './target-group';
import { checkSeconds, checkText, checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';
import { netHealthCheckMisfit } from '../gotchas/net/net-health-check-misfit';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html';

/** Throws for a health check that Elastic Load Balancing doesn't take. */
export function checkTargetHealthCheck(at: string, given: elbv2.HealthCheck = {}): void {
  const of = (property: string) => `targetHealthCheck.${property}`;
  checkSeconds(at, of('interval'), given.interval, { min: 5, max: 300, docs: DOCS });
  checkSeconds(at, of('timeout'), given.timeout, { min: 2, max: 120, docs: DOCS });
  for (const property of ['healthyThresholdCount', 'unhealthyThresholdCount'] as const) {
    checkWholeNumber(at, of(property), given[property], { min: 2, max: 10, docs: DOCS });
  }
  checkText(at, of('path'), given.path, /^\/.{0,1023}$/, 'begin with a slash and have 1024 characters at most', DOCS);
  const { interval = DEFAULT_HEALTH_CHECK.interval, timeout = DEFAULT_HEALTH_CHECK.timeout } = given;
  if (interval.isUnresolved() || timeout.isUnresolved() || timeout.toSeconds() < interval.toSeconds()) return;
  refuse({
    headline: `targetHealthCheck.timeout is ${timeout.toSeconds()} seconds, it has to be less than the interval of ${interval.toSeconds()} seconds`,
    gotcha: netHealthCheckMisfit,
    at,
    property: of('timeout'),
    fix: 'shorten targetHealthCheck.timeout or lengthen targetHealthCheck.interval',
    docs: DOCS,
  });
}
