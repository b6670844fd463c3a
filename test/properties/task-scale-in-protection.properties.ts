import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { Ec2DaemonService, TaskScaleInProtection } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notWithin, options, variableName } from './support/scalars';
import { IMAGE, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface ProtectionCase {
  readonly minutes?: number;
  readonly environmentVariable?: string;
  readonly daemon?: boolean;
}

const ACTIONS = ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'];

const protection: Subject<ProtectionCase> = {
  build: (scope, id, { minutes, environmentVariable, daemon }, world, given) => {
    const service = daemon
      ? new Ec2DaemonService(given, 'Daemon', { taskRoles: world.shared.taskRoles, cluster: world.ec2Cluster, image: IMAGE, memoryLimitMiB: 512 })
      : smallWorker(given, world, { taskRoles: undefined });
    const protectionTime = minutes === undefined ? undefined : Duration.minutes(minutes);
    new TaskScaleInProtection(scope, id, { service, environmentVariable, protectionTime });
  },
  holds: (resources, { minutes = 120, environmentVariable = 'PROTECTION_MINUTES' }) => {
    const { Properties: { ContainerDefinitions: [main] } } = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    const { Name: name, Value: value } = only<any>(main.Environment);
    // A token is an export of another stack at deployment.
    if (typeof name === 'string') expect(name).toBe(environmentVariable);
    if (typeof value === 'string') expect(value).toBe(String(minutes));
    const statements = ofType(resources, 'AWS::IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const { Resource: tasks } = only(statements.filter(({ Action }) => JSON.stringify(Action) === JSON.stringify(ACTIONS)));
    // On the tasks of the cluster, not on those of every cluster.
    expect(JSON.stringify(tasks)).toMatch(/:task\/.*Ref":"Cluster\w*".*"\/\*"/);
  },
};

const cases: fc.Arbitrary<ProtectionCase> = options<Omit<ProtectionCase, 'daemon'>>({
  minutes: fc.integer({ min: 1, max: 2880 }), environmentVariable: variableName,
});

const broken: readonly Breakage<ProtectionCase>[] = [
  (valid) => notWithin(1, 2880).filter((minutes) => minutes >= 0 && Number.isFinite(minutes)).map((minutes) => ({
    rule: 'protection of no time or of days', one: { ...valid, minutes }, says: ['protectionTime', String(minutes)],
  })),
  sets<ProtectionCase>('environmentVariable', fc.constantFrom('', '2ND', 'PROTECTION-MINUTES', 'a b')),
  (valid) => fc.constant({ rule: 'a daemon', one: { ...valid, daemon: true }, says: ['service', 'Daemon', '[ec2-daemon-rules]'] }),
];

propertiesOf('TaskScaleInProtection', protection, cases, broken);
