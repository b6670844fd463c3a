import { Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Stack } from 'aws-cdk-lib/core';
import { CpuTargetScaling, Deployment, EarlySuccessCleanup, FargateWorkerService, type RollingDeploymentOptions } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

function hasDeployment(options: RollingDeploymentOptions | undefined, service: object) {
  const stack = testStack();
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack), image: IMAGE, deployment: options && Deployment.rolling(options),
  });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', service);
}

function refusal(options: RollingDeploymentOptions): string {
  const stack = testStack();
  const cluster = testCluster(stack);
  return refusalOf(stack, 'Worker', (scope, id) => new FargateWorkerService(scope, id, {
    cluster, image: IMAGE, deployment: Deployment.rolling(options),
  }));
}

test.each(FLAG_SETS)('a deployment stops and rolls back when the new tasks do not get healthy, with $flags', ({ context }) => {
  const stack = testStack(context);
  new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
    DeploymentConfiguration: {
      MinimumHealthyPercent: 100,
      MaximumPercent: 200,
      DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      Alarms: context === FLAG_SETS[0].context ? { Enable: false } : Match.absent(),
    },
    AvailabilityZoneRebalancing: 'ENABLED',
  });
});

test('the healthy percentages are those that are set', () => {
  hasDeployment({ minHealthyPercent: 50, maxHealthyPercent: 150 }, {
    DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 150 },
  });
});

test('the circuit breaker can be without rollback', () => {
  hasDeployment({ rollback: false }, { DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: false } } });
});

test('the circuit breaker can be off', () => {
  hasDeployment({ circuitBreaker: false }, { DeploymentConfiguration: { DeploymentCircuitBreaker: Match.absent() } });
});

test('zones are not rebalanced where no task can start before another stops', () => {
  hasDeployment({ minHealthyPercent: 0, maxHealthyPercent: 100 }, { AvailabilityZoneRebalancing: 'DISABLED' });
});

test('zones are not rebalanced on request', () => {
  hasDeployment({ availabilityZoneRebalancing: false }, { AvailabilityZoneRebalancing: 'DISABLED' });
});

test('zones are not rebalanced on request where traffic moves', () => {
  const stack = testStack();
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack), image: IMAGE, deployment: Deployment.blueGreen({ availabilityZoneRebalancing: false }),
  });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', { AvailabilityZoneRebalancing: 'DISABLED' });
});

test('a healthy task sets the count of failed tasks back', () => {
  hasDeployment({ resetOnHealthyTask: true }, {
    DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true, ResetOnHealthyTask: true } },
  });
});

test.each([[undefined, 'BLOCKING'], [EarlySuccessCleanup.DEFERRED, 'DEFERRED']])('a deployment is done early, with cleanup %p', (cleanup, expected) => {
  hasDeployment({ minHealthyPercent: 80, earlySuccess: { healthyPercent: 90, cleanup } }, {
    DeploymentConfiguration: { EarlySuccessCriteria: { Enable: true, HealthyPercent: 90, SourceServiceRevisionCleanup: expected } },
  });
});

test.each<[string, RollingDeploymentOptions, string]>([
  ['early success is before the minimum', { earlySuccess: { healthyPercent: 90 } }, 'healthyPercent (90) is less than minimumHealthyPercent (100)'],
  ['early success is above 100 percent', { earlySuccess: { healthyPercent: 101 } }, 'deployment.earlySuccess.healthyPercent is 101 percent'],
  ['nothing counts the tasks that it sets back', { circuitBreaker: false, resetOnHealthyTask: true }, 'deployment.resetOnHealthyTask is true, and circuitBreaker is false'],
])('fails when %s', (_, options, message) => {
  expect(refusal(options)).toContain(message);
});

test.each([[true, true], [false, false]])('an alarm stops the deployment, with rollback %p', (rollback, expected) => {
  const stack = testStack();
  const alarm = cloudwatch.Alarm.fromAlarmArn(stack, 'Errors', 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors');
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack), image: IMAGE, deployment: Deployment.rolling({ rollback, alarms: [alarm] }),
  });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::Service', {
    DeploymentConfiguration: { Alarms: { AlarmNames: ['errors'], Enable: true, Rollback: expected } },
  });
});

test.each([
  [{ minHealthyPercent: 101 }, 'minHealthyPercent is 101 percent, it must be a whole number from 0 to 100 percent'],
  [{ minHealthyPercent: -1 }, 'minHealthyPercent is -1 percent'],
  [{ maxHealthyPercent: 99 }, 'maxHealthyPercent is 99 percent, it must be a whole number from 100 to 2147483647 percent'],
])('fails for %j', (options, words) => {
  expect(refusal(options)).toContain(words);
});

test('fails when the percentages leave no number of tasks room', () => {
  const message = refusal({ minHealthyPercent: 100, maxHealthyPercent: 100 });
  expect(message).toContain('minHealthyPercent (100) with maxHealthyPercent (100) blocks each start and stop of a task in a deployment');
  expect(message).toContain('[dpl-percent-deadlock]');
});

describe('percentages that leave a few tasks no room', () => {
  function worker(stack: Stack, desiredCount?: number) {
    return new FargateWorkerService(stack, 'Worker', {
      cluster: testCluster(stack), image: IMAGE, desiredCount, deployment: Deployment.rolling({ minHealthyPercent: 60, maxHealthyPercent: 120 }),
    });
  }

  test('fails at synthesis, when it is certain how many tasks there are', () => {
    const stack = testStack();
    worker(stack, 2);
    const message = messageOf(() => Template.fromStack(stack));
    expect(message).toContain('minHealthyPercent (60) with maxHealthyPercent (120) blocks each start and stop of a task in a deployment while the service has 2');
    expect(message).toContain('at:   Shop/Worker (maxHealthyPercent)');
    expect(message).toContain('fix:  raise maxHealthyPercent to 150, or lower minHealthyPercent to 50');
  });

  test('are allowed with more tasks', () => {
    const stack = testStack();
    worker(stack, 10);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('are allowed where scaling keeps more tasks', () => {
    const stack = testStack();
    new CpuTargetScaling(stack, 'Cpu', { service: worker(stack), minCapacity: 10, maxCapacity: 20 });
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});

test('tokens pass', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack),
    image: IMAGE,
    desiredCount: number,
    deployment: Deployment.rolling({ minHealthyPercent: number, maxHealthyPercent: number }),
  });
  templateWithoutTokens(stack).hasResourceProperties('AWS::ECS::Service', {
    DesiredCount: { Ref: 'Number' },
    DeploymentConfiguration: { MinimumHealthyPercent: { Ref: 'Number' }, MaximumPercent: { Ref: 'Number' } },
  });
});
