import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as fc from 'fast-check';
import { DatadogAgent, FargateSize, OneOffTask, type IEcsTask } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options } from './support/scalars';
import { IMAGE, smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface AgentCase {
  readonly task: { readonly kind: 'service' | 'once' | 'bridge' };
  readonly service?: string;
  readonly env?: string;
  readonly version?: string;
  readonly site?: string;
  readonly apm?: boolean;
  readonly dogstatsd?: boolean;
  readonly logs?: boolean;
  readonly containerName?: string;
  readonly memoryReservationMiB?: number;
}

const SIZE = { size: FargateSize.of(512, 1024) };

const agent: Subject<AgentCase> = {
  build: (scope, id, { task: { kind }, ...props }, world, given) => {
    const task: IEcsTask = kind === 'bridge' ? smallBridgeWorker(given, world)
      : kind === 'service' ? smallWorker(given, world, SIZE) : new OneOffTask(given, 'Once', { ...world.shared, ...SIZE, cluster: world.cluster, image: IMAGE });
    const apiKey = ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(given, 'Key', 'datadog'));
    new DatadogAgent(scope, id, { ...props, task, apiKey });
  },
  holds: (resources, { task: { kind }, apm = true, dogstatsd = true, logs = false }) => {
    const { Properties: { ContainerDefinitions: [main, sidecar, ...others] } } = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    const of = (container: { readonly Environment: readonly { readonly Name: string; readonly Value: unknown }[] }, variable: string) => (
      container.Environment.find(({ Name }) => Name === variable)?.Value);
    expect(sidecar).toMatchObject({ Essential: false, Secrets: [{ Name: 'DD_API_KEY' }], LogConfiguration: { LogDriver: 'awslogs' } });
    expect(of(sidecar, 'ECS_FARGATE')).toBe(kind === 'bridge' ? undefined : 'true');
    expect(of(main, 'DD_AGENT_HOST')).toBe(!apm && !dogstatsd ? undefined : kind === 'bridge' ? sidecar.Name : 'localhost');
    expect(main.DependsOn).toHaveLength(logs ? 2 : 1);
    expect(others).toHaveLength(logs ? 1 : 0);
  },
};

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/);

const cases: fc.Arbitrary<AgentCase> = fc.tuple(
  fc.record({ task: fc.record({ kind: fc.constantFrom('service' as const, 'once' as const, 'bridge' as const) }) }),
  options<Omit<AgentCase, 'task'>>({
    service: word,
    env: word,
    version: word,
    site: fc.constantFrom('datadoghq.com', 'datadoghq.eu', 'us5.datadoghq.com'),
    apm: fc.boolean(),
    dogstatsd: fc.boolean(),
    logs: fc.boolean(),
    containerName: word.filter((name) => name !== 'app' && name !== 'log-router'),
    memoryReservationMiB: fc.integer({ min: 6, max: 512 }),
  }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const notATag = fc.constantFrom('', 'my shop', 'a,b');
const breakages: readonly Breakage<AgentCase>[] = [
  sets<AgentCase>('service', notATag),
  sets<AgentCase>('env', notATag),
  sets<AgentCase>('version', notATag),
  sets<AgentCase>('site', fc.constantFrom('', 'https://datadoghq.eu', 'a b')),
  sets<AgentCase>('containerName', fc.constantFrom('app', '', 'datadog agent')),
  sets<AgentCase>('memoryReservationMiB', fc.constantFrom(0, 5, -1, 1.5, NaN)),
];

propertiesOf('DatadogAgent', agent, cases, breakages);
