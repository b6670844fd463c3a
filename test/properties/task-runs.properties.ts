import * as events from 'aws-cdk-lib/aws-events';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { FargateSize, OneOffTask } from '../../src';
import { sets } from './support/breakages-services';
import { ofType } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notSeconds, notWithin, options, seconds, variableName, word } from './support/scalars';
import type { Subject } from './support/subject';
import { FARGATE_PAIRS, type SizeCase } from './support/task-cases';
import { IMAGE } from '../support/stacks';

interface RunCase {
  readonly kind: 'command' | 'event' | 'state';
  readonly command?: string[];
  readonly environment?: { [name: string]: string };
  readonly size?: SizeCase;
  readonly taskCount?: number;
  readonly retryAttempts?: number;
  readonly maxEventAge?: Duration;
  readonly timeout?: Duration;
  readonly retries?: number;
  readonly placementRetries?: number;
}

/** A run of a task, of each kind. */
const run: Subject<RunCase> = {
  build: (scope, id, { kind, size, ...rest }, { cluster, shared }, given) => {
    const task = new OneOffTask(given, 'Task', { ...shared, cluster, image: IMAGE });
    const all = { ...rest, size: size && FargateSize.of(size.cpu, size.memoryMiB) };
    if (kind === 'command') {
      const value = task.runTaskCommandWith(all);
      new CfnOutput(scope, id, { value });
    } else if (kind === 'event') {
      const targets = [task.asEventTarget(all)];
      new events.Rule(scope, id, { schedule: events.Schedule.rate(Duration.hours(1)), targets });
    } else {
      const state = task.asState(given, 'State', all);
      new sfn.StateMachine(scope, id, { definitionBody: sfn.DefinitionBody.fromChainable(state) });
    }
  },
  holds: (resources) => {
    for (const { Properties } of ofType(resources, 'AWS::Events::Rule')) expect(Properties.Targets[0].EcsParameters).toMatchObject({ LaunchType: 'FARGATE' });
    for (const { Properties } of ofType(resources, 'AWS::StepFunctions::StateMachine')) expect(JSON.stringify(Properties)).toContain('runTask.sync');
  },
};

const cases: fc.Arbitrary<RunCase> = fc.tuple(fc.constantFrom<RunCase['kind']>('command', 'event', 'state'), options<Omit<RunCase, 'kind'>>({
  command: fc.array(word, { minLength: 1, maxLength: 4 }),
  environment: fc.dictionary(variableName, word, { maxKeys: 4 }),
  size: fc.constantFrom(...FARGATE_PAIRS),
  taskCount: fc.integer({ min: 1, max: 10 }),
  retryAttempts: fc.integer({ min: 0, max: 185 }),
  maxEventAge: seconds(60, 86400),
  timeout: seconds(1, 86400),
  retries: fc.integer({ min: 0, max: 100 }),
  placementRetries: fc.integer({ min: 0, max: 100 }),
})).map(([kind, rest]) => ({ kind, ...rest }));

/** Breaks a rule of one way to run. */
function of(kind: RunCase['kind'], breakage: Breakage<RunCase>): Breakage<RunCase> {
  return (valid) => breakage({ ...valid, kind });
}

const breakages: readonly Breakage<RunCase>[] = [
  (valid) => fc.constant({ rule: 'no command', one: { ...valid, command: [] }, says: ['command is empty'] }),
  (valid) => fc.constant({ rule: 'too long', one: { ...valid, environment: { DATA: 'x'.repeat(8200) } }, says: ['8192'] }),
  (valid) => fc.constant({ rule: 'a credential', one: { ...valid, environment: { DB: 'postgres://me:pw@db/shop' } }, says: ['environment', 'DB'] }),
  of('command', sets<RunCase>('taskCount', notWithin(1, 10))),
  of('event', sets<RunCase>('taskCount', notWithin(1, 10))),
  of('event', sets<RunCase>('retryAttempts', notWithin(0, 185))),
  of('event', sets<RunCase>('maxEventAge', notSeconds(60, 86400))),
  of('state', sets<RunCase>('timeout', notSeconds(1, 31536000))),
  of('state', sets<RunCase>('retries', notWithin(0, 99999999))),
  of('state', sets<RunCase>('placementRetries', notWithin(0, 99999999))),
];

propertiesOf('runs of a OneOffTask', run, cases, breakages);
