import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { Template } from 'aws-cdk-lib/assertions';
import { Duration } from 'aws-cdk-lib/core';
import { INGRESSES, webService } from './web-service';
import { CircuitBreakerThreshold, Deployment, TestTraffic } from '../../src';
import { FLAG_SETS, testStack } from '../support/stacks';

function template(deployment: Deployment | undefined, kind: string, context = {}) {
  const stack = testStack(context);
  webService(deployment, stack, INGRESSES[kind](stack));
  return Template.fromStack(stack).toJSON();
}

/** Resources that CloudFormation would delete or replace. */
function lost(before: object, after: object): string[] {
  const changes: string[] = [];
  fullDiff(before, after).resources.forEachDifference((id, { changeImpact, newResourceType, oldResourceType }) => {
    if ([ResourceImpact.WILL_REPLACE, ResourceImpact.MAY_REPLACE, ResourceImpact.WILL_DESTROY].includes(changeImpact)) {
      changes.push(`${changeImpact} ${oldResourceType ?? newResourceType} ${id}`);
    }
  });
  return changes.filter((change) => /LoadBalancer |TargetGroup |Service |Listener |LogGroup /.test(change));
}

const STRATEGIES: { readonly [strategy: string]: Deployment | undefined } = {
  'nothing said': undefined,
  'rolling': Deployment.rolling({ maxHealthyPercent: 150, circuitBreakerThreshold: CircuitBreakerThreshold.boundedPercent(25) }),
  'without a circuit breaker': Deployment.rolling({ circuitBreaker: false }),
  'blue/green': Deployment.blueGreen({ bakeTime: Duration.minutes(1) }),
  'linear': Deployment.linear(),
  'canary': Deployment.canary(),
};
const pairs = Object.keys(STRATEGIES).flatMap((from) => Object.keys(STRATEGIES).filter((to) => to !== from).map((to) => [from, to] as const));

describe.each(FLAG_SETS.flatMap(({ flags, context }) => ['publicHttps', 'existingListener'].map((kind) => ({ kind, flags, context }))))('behind $kind, with $flags', ({ kind, context }) => {
  const templates = Object.fromEntries(Object.entries(STRATEGIES).map(([name, deployment]) => [name, template(deployment, kind, context)]));

  test.each(pairs)('from %s to %s, traffic keeps its load balancer, its first target group and its service', (from, to) => {
    expect(lost(templates[from], templates[to]).filter((change) => !/WebIngressAlternate(Listener)?TargetGroup/.test(change))).toEqual([]);
  });
});

test('test traffic comes and goes alone', () => {
  const gone = lost(template(Deployment.blueGreen({ testTraffic: TestTraffic.onPort(9000) }), 'publicHttps'), template(Deployment.blueGreen(), 'publicHttps'));
  expect(gone).toEqual([expect.stringMatching(/^WILL_DESTROY AWS::ElasticLoadBalancingV2::Listener WebIngressLoadBalancerTest/)]);
});
