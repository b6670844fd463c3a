import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as fc from 'fast-check';
import { ApplicationSignals, FargateSize, InstrumentedRuntime, OneOffTask, type IEcsTask } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options } from './support/scalars';
import { IMAGE, smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface SignalsCase {
  readonly taskKind: 'service' | 'once' | 'bridge';
  readonly kind: InstrumentedRuntime;
  readonly arm?: boolean;
  readonly serviceName?: string;
  readonly environmentName?: string;
}

const signals: Subject<SignalsCase> = {
  build: (scope, id, { taskKind, kind, arm, ...props }, world, given) => {
    const size = { size: FargateSize.of(512, 1024), runtimePlatform: arm ? { cpuArchitecture: ecs.CpuArchitecture.ARM64 } : undefined };
    const task: IEcsTask = taskKind === 'bridge' ? smallBridgeWorker(given, world)
      : taskKind === 'service' ? smallWorker(given, world, size)
        : new OneOffTask(given, 'Once', { ...world.shared, ...size, cluster: world.cluster, image: IMAGE });
    new ApplicationSignals(scope, id, { ...props, task, runtime: kind });
  },
  holds: (resources, { taskKind }) => {
    const { Properties: { ContainerDefinitions: [main, init, agent], Volumes: [volume] } } = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    expect(main.DependsOn).toEqual(expect.arrayContaining([
      { ContainerName: init.Name, Condition: 'SUCCESS' }, { ContainerName: agent.Name, Condition: 'START' },
    ]));
    // An init container that starts again would never be done.
    expect([init.Essential, init.RestartPolicy?.Enabled ?? false, agent.Essential, agent.RestartPolicy.Enabled]).toEqual([false, false, false, true]);
    expect([main.MountPoints, init.MountPoints].map(([{ SourceVolume, ContainerPath }]) => [SourceVolume, ContainerPath]))
      .toEqual([[volume.Name, init.MountPoints[0].ContainerPath], [volume.Name, init.MountPoints[0].ContainerPath]]);
    const host = taskKind === 'bridge' ? agent.Name : 'localhost';
    const endpoint = main.Environment.find(({ Name }: { readonly Name: string }) => Name === 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT').Value;
    expect(endpoint).toBe(`http://${host}:4316/v1/traces`);
  },
};

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 _/-]{0,30}$/);

const cases: fc.Arbitrary<SignalsCase> = fc.tuple(
  fc.record({
    taskKind: fc.constantFrom('service' as const, 'once' as const, 'bridge' as const),
    kind: fc.constantFrom(...Object.values(InstrumentedRuntime)),
  }),
  options<Omit<SignalsCase, 'taskKind' | 'kind'>>({ arm: fc.boolean(), serviceName: word, environmentName: word }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const breakages: readonly Breakage<SignalsCase>[] = [
  sets<SignalsCase>('serviceName', fc.constantFrom('', 'a,b', 'a=b', ' a', 'x'.repeat(256))),
  sets<SignalsCase>('environmentName', fc.constantFrom('', 'a,b', 'a=b')),
  (valid) => fc.constantFrom('', 'PHP', 'node').map((kind) => ({ rule: 'runtime', one: { ...valid, kind: kind as InstrumentedRuntime }, says: ['runtime', kind] })),
];

propertiesOf('ApplicationSignals', signals, cases, breakages);
