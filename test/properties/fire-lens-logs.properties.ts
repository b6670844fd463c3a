import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { FireLensLogs, LogDestination, MultilineLogs, OneOffTask, type IEcsTask } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { inSeconds, notSeconds, notWithin, options, seconds } from './support/scalars';
import { IMAGE, smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface RouterCase {
  readonly task: { readonly kind: 'service' | 'once' | 'bridge' };
  readonly to: { readonly kind: 'cloudWatch' | 's3' | 'datadog' | 'http' };
  readonly host: string;
  readonly prefix?: string;
  readonly uploadAfter?: Duration;
  readonly pattern?: string;
  readonly containerName?: string;
  readonly bufferedLines?: number;
  readonly retries?: number;
  readonly memoryReservationMiB?: number;
}

const router: Subject<RouterCase> = {
  build: (scope, id, { task: { kind }, to, host, prefix, uploadAfter, pattern, ...props }, world, given) => {
    const task: IEcsTask = kind === 'bridge' ? smallBridgeWorker(given, world)
      : kind === 'service' ? smallWorker(given, world) : new OneOffTask(given, 'Once', { ...world.shared, cluster: world.cluster, image: IMAGE });
    const apiKey = () => ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(given, 'Key', 'datadog'));
    const destinations: { readonly [kind in RouterCase['to']['kind']]: () => LogDestination } = {
      cloudWatch: () => LogDestination.cloudWatch({ streamPrefix: prefix }),
      s3: () => LogDestination.s3({ bucket: s3.Bucket.fromBucketName(given, 'Archive', 'archive'), prefix, uploadAfter }),
      datadog: () => LogDestination.datadog({ apiKey: apiKey(), site: host }),
      http: () => LogDestination.http({ host, secretHeader: apiKey() }),
    };
    const multiline = pattern === undefined ? undefined : MultilineLogs.startingWith(pattern);
    new FireLensLogs(scope, id, { ...props, task, destination: destinations[to.kind](), multiline });
  },
  holds: (resources, { task: { kind }, pattern }) => {
    const { Properties: { ContainerDefinitions: [main, sidecar] } } = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    expect(main.LogConfiguration.LogDriver).toBe('awsfirelens');
    expect(main.DependsOn).toMatchObject([{ Condition: kind === 'once' ? 'HEALTHY' : 'START' }]);
    expect(sidecar).toMatchObject({ Essential: true, LogConfiguration: { LogDriver: 'awslogs' }, ReadonlyRootFilesystem: pattern === undefined });
    const actions = ofType(resources, 'AWS::IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement).flatMap(({ Action }) => Action);
    expect(actions.filter((action: string) => action.includes('*'))).toEqual([]);
  },
};

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}[A-Za-z0-9]$/);

const cases: fc.Arbitrary<RouterCase> = fc.tuple(
  fc.record({
    task: fc.record({ kind: fc.constantFrom('service' as const, 'once' as const, 'bridge' as const) }),
    to: fc.record({ kind: fc.constantFrom('cloudWatch' as const, 's3' as const, 'datadog' as const, 'http' as const) }),
    host: word.map((name) => `${name}.example.com`),
  }),
  options<Omit<RouterCase, 'task' | 'to' | 'host'>>({
    prefix: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('/')),
    uploadAfter: seconds(10, 3600),
    pattern: fc.constantFrom('^\\d{4}-', '^\\[', '^(INFO|WARN)'),
    containerName: word.filter((name) => name !== 'app'),
    bufferedLines: fc.integer({ min: 0, max: 536870911 }),
    retries: fc.integer({ min: 1, max: 1000 }),
    memoryReservationMiB: fc.integer({ min: 6, max: 200 }),
  }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const breakages: readonly Breakage<RouterCase>[] = [
  sets<RouterCase>('bufferedLines', notWithin(0, 536870911)),
  sets<RouterCase>('retries', notWithin(1, 1000)),
  sets<RouterCase>('memoryReservationMiB', fc.constantFrom(0, 5, -1, 1.5, NaN)),
  sets<RouterCase>('containerName', fc.constantFrom('app', '', 'log router', 'a.b')),
  (valid) => notSeconds(10, 3600).map((uploadAfter) => ({
    rule: 'an upload out of range', one: { ...valid, to: { kind: 's3' }, uploadAfter }, says: ['uploadAfter', inSeconds(uploadAfter)],
  })),
  (valid) => fc.constantFrom('https://example.com', 'a b', 'example.com/', '').map((host) => ({
    rule: 'no host', one: { ...valid, to: { kind: 'http' }, host }, says: ['destination.host', host],
  })),
  (valid) => fc.constantFrom('"', '(', '').map((pattern) => ({ rule: 'no pattern', one: { ...valid, pattern }, says: ['multiline', pattern] })),
];

propertiesOf('FireLensLogs', router, cases, breakages);
