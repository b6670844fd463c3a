import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options } from './support/scalars';
import { IMAGE, smallWorker } from './support/small';
import type { Subject } from './support/subject';
import { OneOffTask, PreDeployTask } from '../../src';

interface PreDeployCase {
  readonly minutes?: number;
  readonly runOnRollback?: boolean;
  readonly assignPublicIp?: boolean;
}

const waited: Subject<PreDeployCase> = {
  build: (scope, id, { minutes, runOnRollback, assignPublicIp }, world, given) => {
    const task = new OneOffTask(given, 'Task', { ...world.shared, cluster: world.cluster, image: IMAGE, assignPublicIp });
    const timeout = minutes === undefined ? undefined : Duration.minutes(minutes);
    new PreDeployTask(scope, id, { service: smallWorker(given, world), task, timeout, runOnRollback });
  },
  holds: (resources, { minutes = 30, runOnRollback = false }) => {
    const handler = only(ofType(resources, 'AWS::Lambda::Function'));
    expect(handler.Properties.Environment.Variables.RUN_ON_ROLLBACK).toBe(`${runOnRollback}`);
    const hook = only<any>(only(ofType(resources, 'AWS::ECS::Service')).Properties.DeploymentConfiguration.LifecycleHooks);
    expect(hook).toMatchObject({ HookTargetArn: { 'Fn::GetAtt': [handler.logicalId, 'Arn'] }, LifecycleStages: ['PRE_SCALE_UP'] });
    // The hook outlasts the task, which is stopped when it is late.
    if (minutes >= 0) expect(hook.TimeoutConfiguration.TimeoutInMinutes).toBe(minutes + 10);
  },
};

const cases: fc.Arbitrary<PreDeployCase> = options<PreDeployCase>({
  minutes: fc.integer({ min: 1, max: 1430 }), runOnRollback: fc.boolean(), assignPublicIp: fc.boolean(),
});

const BROKEN: readonly Breakage<PreDeployCase>[] = [
  (valid) => fc.constantFrom(0, 0.5, 1431, 100_000).map((minutes) => ({
    rule: 'timeout out of range', one: { ...valid, minutes }, says: ['timeout', `${minutes} minutes`],
  })),
];

propertiesOf('PreDeployTask', waited, cases, BROKEN);
