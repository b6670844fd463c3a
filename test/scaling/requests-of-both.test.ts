import { Template } from 'aws-cdk-lib/assertions';
import { Deployment, FargateWebService, Ingress, RequestCountTargetScaling } from '../../src';
import { evaluateMath } from '../../src/simulation/evaluate-math';
import type { Series } from '../../src/simulation/series';
import { IMAGE, testCluster, testStack } from '../support/stacks';

const MINUTES = [0, 60, 120, 180];

/** The expression that a service with two target groups scales on. */
function expressionOfBoth(): string {
  const stack = testStack();
  const service = new FargateWebService(stack, 'Web', {
    cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), deployment: Deployment.blueGreen(),
  });
  new RequestCountTargetScaling(stack, 'Requests', { service, requestsPerTarget: 100 });
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::ApplicationAutoScaling::ScalingPolicy'));
  const { Metrics } = policy.Properties.TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification;
  return Metrics.find(({ ReturnData }: { ReturnData: boolean }) => ReturnData).Expression;
}

function evaluated(expression: string, ...series: ReadonlyArray<ReadonlyArray<number | undefined>>): ReadonlyArray<number | undefined> {
  const points = (values: ReadonlyArray<number | undefined>): Series =>
    new Map(values.flatMap((value, index) => (value === undefined ? [] : [[MINUTES[index], value] as const])));
  const result = evaluateMath(expression, { requests1: points(series[0]), requests2: points(series[1]) }, { seconds: MINUTES });
  return MINUTES.map((minute) => result.get(minute));
}

const LATE = undefined;
const NONE = undefined;

test.each([
  ['all traffic goes to the first', [90, 120, 150, LATE], [NONE, NONE, NONE, NONE], [90, 120, 150, undefined]],
  ['all traffic goes to the second', [NONE, NONE, NONE, NONE], [90, 120, LATE, LATE], [90, 120, undefined, undefined]],
  ['the traffic moves', [90, 60, NONE, NONE], [NONE, 40, 110, LATE], [90, 100, 110, undefined]],
])('%s: the newest minute has no value until it is published', (_, first, second, expected) => {
  expect(evaluated(expressionOfBoth(), first, second)).toEqual(expected);
});

test('filled with zeros, the newest minute would be far below the target each time', () => {
  expect(evaluated('FILL(requests1, 0) + FILL(requests2, 0)', [90, 120, 150, LATE], [NONE, NONE, NONE, NONE]).at(-1)).toBe(0);
});
