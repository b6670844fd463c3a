import * as fc from 'fast-check';
import { FargateSize, OneOffTask, OtelCollector, OtelPipeline, OtelSignal, type IEcsTask } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options } from './support/scalars';
import { IMAGE, smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface CollectorCase {
  readonly taskKind: 'service' | 'once' | 'bridge';
  readonly namespace: string;
  readonly workspaceArn: string;
  readonly url: string;
  readonly signals?: OtelSignal[];
  readonly remoteSampling?: boolean;
  readonly serviceName?: string;
  readonly containerName?: string;
}

const PIPELINES = 4;

const collector: Subject<CollectorCase> = {
  build: (scope, id, { taskKind, namespace, workspaceArn, url, signals, remoteSampling, ...props }, world, given) => {
    const size = { size: FargateSize.of(512, 1024) };
    const task: IEcsTask = taskKind === 'bridge' ? smallBridgeWorker(given, world)
      : taskKind === 'service' ? smallWorker(given, world, size)
        : new OneOffTask(given, 'Once', { ...world.shared, ...size, cluster: world.cluster, image: IMAGE });
    new OtelCollector(scope, id, {
      ...props,
      task,
      pipelines: [
        OtelPipeline.xray({ remoteSampling }),
        OtelPipeline.cloudWatch({ namespace }),
        OtelPipeline.prometheus(workspaceArn),
        OtelPipeline.otlp(url, { signals }),
      ],
    });
  },
  holds: (resources, { taskKind }) => {
    const { Properties: { ContainerDefinitions: [main, sidecar] } } = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    expect(main.DependsOn).toMatchObject([{ Condition: 'START' }]);
    expect(sidecar).toMatchObject({ Essential: false, HealthCheck: { Command: ['CMD', '/healthcheck'] } });
    const endpoint = main.Environment.find(({ Name }: { readonly Name: string }) => Name === 'OTEL_EXPORTER_OTLP_ENDPOINT').Value;
    if (typeof sidecar.Name === 'string') expect(endpoint).toBe(`http://${taskKind === 'bridge' ? sidecar.Name : 'localhost'}:4318`);
    const statements = ofType(resources, 'AWS::IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const actions = statements.flatMap(({ Action }) => Action);
    expect(actions).toEqual(expect.arrayContaining(['xray:PutTraceSegments', 'logs:PutLogEvents', 'aps:RemoteWrite']));
    expect(actions.filter((action: string) => action.includes('*'))).toEqual([]);
    const everywhere = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);
    expect(everywhere.filter((action: string) => action.startsWith('logs:') || action.startsWith('aps:'))).toEqual([]);
  },
};

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);

const cases: fc.Arbitrary<CollectorCase> = fc.tuple(
  fc.record({
    taskKind: fc.constantFrom('service' as const, 'once' as const, 'bridge' as const),
    namespace: fc.stringMatching(/^[A-Za-z][\w .\-/#:]{0,60}$/).filter((namespace) => !namespace.startsWith('AWS/')),
    workspaceArn: word.map((name) => `arn:aws:aps:eu-west-1:111122223333:workspace/ws-${name}`),
    url: word.map((host) => `https://${host}.example.com`),
  }),
  options<Pick<CollectorCase, 'signals' | 'remoteSampling' | 'serviceName' | 'containerName'>>({
    signals: fc.subarray(Object.values(OtelSignal), { minLength: 1 }),
    remoteSampling: fc.boolean(),
    serviceName: word,
    containerName: word.filter((name) => name !== 'app'),
  }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const breakages: readonly Breakage<CollectorCase>[] = [
  (valid) => fc.constantFrom('', 'AWS/Shop', 'a\nb', 'x'.repeat(256)).map((namespace) => ({ rule: 'namespace', one: { ...valid, namespace }, says: ['pipelines[1].namespace'] })),
  (valid) => fc.constantFrom('ws-1', 'arn:aws:s3:::bucket').map((workspaceArn) => ({ rule: 'workspace', one: { ...valid, workspaceArn }, says: [`pipelines[${PIPELINES - 2}]`, workspaceArn] })),
  (valid) => fc.constantFrom('otlp', 'ftp://a.example.com', 'https://a.example.com/v1/metrics', 'https://me:pass@a.example.com').map((url) => ({
    rule: 'url', one: { ...valid, url }, says: [`pipelines[${PIPELINES - 1}]`, url.split(':pass@')[0]],
  })),
  (valid) => fc.constant({ rule: 'no signals', one: { ...valid, signals: [] }, says: ['signals is empty'] }),
  sets<CollectorCase>('serviceName', fc.constantFrom('', 'a,b', 'a=b', ' a')),
  sets<CollectorCase>('containerName', fc.constantFrom('', 'a b', 'app')),
];

propertiesOf('OtelCollector', collector, cases, breakages);
