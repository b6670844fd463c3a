import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function restarting(stack: Stack, policy: Properties, container: Properties = {}, options: Properties = {}): void {
  service(stack, { TaskDefinition: fargateTask(stack, {}, { RestartPolicy: { Enabled: true, ...policy }, ...container }).ref, ...options });
}

const CHECK = { HealthCheck: { Command: ['CMD', 'ready'] } };

export const cases: readonly GotchaCase[] = [
  { name: 'it is restarted after half a minute', caught: true, app: (stack) => restarting(stack, { RestartAttemptPeriod: 30 }, CHECK) },
  { name: 'it is restarted after an hour', caught: true, app: (stack) => restarting(stack, { RestartAttemptPeriod: 3600 }, CHECK) },
  { name: 'too many exit codes are left out', caught: true, app: (stack) => restarting(stack, { IgnoredExitCodes: Array.from({ length: 51 }, (_, code) => code) }, CHECK) },
  { name: 'an exit code is beyond those of Linux', caught: true, consequence: 'misbehaves', app: (stack) => restarting(stack, { IgnoredExitCodes: [0, 300] }, CHECK) },
  { name: 'it is not stated whether the policy is on', caught: true, consequence: 'misbehaves', app: (stack) => restarting(stack, { Enabled: undefined, RestartAttemptPeriod: 60 }, CHECK) },
  { name: 'a parameter decides an exit code', caught: false, notChecked: true, app: (stack) => restarting(stack, { IgnoredExitCodes: [parameter(stack)] }, CHECK) },
  { name: 'nothing shows a crash', caught: true, consequence: 'worth-knowing', app: (stack) => restarting(stack, {}) },
  { name: 'a health check shows it', caught: false, app: (stack) => restarting(stack, { RestartAttemptPeriod: 60 }, CHECK) },
  {
    name: 'the load balancer sees it',
    caught: false,
    app: (stack) => restarting(stack, {}, {}, { LoadBalancers: [{ TargetGroupArn: targetGroup(stack).ref, ContainerName: 'app', ContainerPort: 80 }] }),
  },
  {
    name: 'an alarm shows it',
    caught: false,
    app: (stack) => restarting(stack, {}, {}, { DeploymentConfiguration: { Alarms: { Enable: true, Rollback: true, AlarmNames: ['errors'] } } }),
  },
  { name: 'the policy is off', caught: false, app: (stack) => restarting(stack, { Enabled: false }) },
  { name: 'there is no policy', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter decides the period', caught: false, notChecked: true, app: (stack) => restarting(stack, { RestartAttemptPeriod: parameter(stack) }, CHECK) },
];
