import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { CloudWatchAgent, FargateSize, OneOffTask, type IEcsTask } from '../../src';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options } from './support/scalars';
import { IMAGE, smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface AgentCase {
  readonly taskKind: 'service' | 'once' | 'bridge';
  readonly namespace: string;
  readonly seconds?: number;
  readonly emf?: boolean;
  readonly applicationSignals?: boolean;
}

const agent: Subject<AgentCase> = {
  build: (scope, id, { taskKind, namespace, seconds, emf, applicationSignals }, world, given) => {
    const size = { size: FargateSize.of(512, 1024) };
    const task: IEcsTask = taskKind === 'bridge' ? smallBridgeWorker(given, world)
      : taskKind === 'service' ? smallWorker(given, world, size)
        : new OneOffTask(given, 'Once', { ...world.shared, ...size, cluster: world.cluster, image: IMAGE });
    new CloudWatchAgent(scope, id, {
      task,
      statsd: { namespace, aggregationInterval: seconds === undefined ? undefined : Duration.seconds(seconds) },
      emf: emf ? {} : undefined,
      applicationSignals,
    });
  },
  holds: (resources, { emf, applicationSignals }) => {
    const { Properties: { ContainerDefinitions: [main, sidecar] } } = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    expect(main.DependsOn).toEqual([{ ContainerName: sidecar.Name, Condition: 'START' }]);
    const statements = ofType(resources, 'AWS::IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(only(statements.filter(({ Action }) => Action === 'cloudwatch:PutMetricData')).Condition.StringEquals).toHaveProperty(['cloudwatch:namespace']);
    const logged = statements.filter(({ Action }) => Array.isArray(Action) && Action.includes('logs:PutLogEvents'));
    expect(logged.filter(({ Resource }) => Resource !== '*').length).toBe(logged.length);
    expect(statements.some(({ Action }) => Array.isArray(Action) && Action.includes('xray:PutTraceSegments'))).toBe(applicationSignals === true);
    const variables = main.Environment.map(({ Name }: { readonly Name: string }) => Name);
    expect(variables.includes('AWS_EMF_AGENT_ENDPOINT')).toBe(emf === true);
  },
};

const cases: fc.Arbitrary<AgentCase> = fc.tuple(
  fc.record({
    taskKind: fc.constantFrom('service' as const, 'once' as const, 'bridge' as const),
    namespace: fc.stringMatching(/^[A-Za-z][\w .\-/#:]{0,60}$/).filter((namespace) => !namespace.startsWith('AWS/')),
  }),
  options<Omit<AgentCase, 'taskKind' | 'namespace'>>({ seconds: fc.integer({ min: 1, max: 172800 }), emf: fc.boolean(), applicationSignals: fc.boolean() }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const breakages: readonly Breakage<AgentCase>[] = [
  (valid) => fc.constantFrom('', 'AWS/Shop', 'a\nb', 'x'.repeat(256)).map((namespace) => ({ rule: 'namespace', one: { ...valid, namespace }, says: ['statsd.namespace'] })),
  (valid) => fc.constantFrom(0, 0.5, 172801).map((seconds) => ({ rule: 'interval', one: { ...valid, seconds }, says: ['statsd.aggregationInterval', `${seconds}`] })),
];

propertiesOf('CloudWatchAgent', agent, cases, breakages);
