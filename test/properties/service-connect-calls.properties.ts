import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { HttpNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import { App, Stack } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { RUNS, SEED } from './support/runs';
import { EcsWorkload, ServiceConnectDiscovery } from '../../src';

/** Services by their stack, and pairs of caller and server, in the order of the calls. */
interface Calls {
  readonly stacks: readonly number[];
  readonly calls: readonly (readonly [caller: number, other: number])[];
}

const STACKS = 3;
const SERVICES = 5;

const cases: fc.Arbitrary<Calls> = fc.record({
  stacks: fc.array(fc.nat(STACKS - 1), { minLength: SERVICES, maxLength: SERVICES }),
  calls: fc.uniqueArray(
    fc.tuple(fc.nat(SERVICES - 1), fc.nat(SERVICES - 1)).filter(([caller, other]) => caller !== other),
    { selector: (call) => call.join(), maxLength: 10 },
  ),
});

interface Made {
  readonly DependsOn?: string | readonly string[];
  readonly Type: string;
}

/** Synthesizes plain services that call each other. Throws where CloudFormation would find a cycle of stacks. */
function synthesize({ stacks, calls }: Calls): readonly { readonly [logicalId: string]: Made }[] {
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:disable-creation-stack-traces': true, 'aws:cdk:enable-path-metadata': false } });
  const made = Array.from({ length: STACKS }, (_, index) => new Stack(app, `Stack${index}`));
  const workloads = stacks.map((stack, index) => serviceIn(made[stack], index));
  for (const [caller, other] of calls) workloads[caller].connectTo(workloads[other]);
  return app.synth().stacks.map(({ template }) => template.Resources ?? {});
}

function serviceIn(stack: Stack, index: number) {
  const vpc = ec2.Vpc.fromVpcAttributes(stack, `Vpc${index}`, { vpcId: 'vpc-1', availabilityZones: ['a'], privateSubnetIds: ['subnet-1'] });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, `Task${index}`);
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('web:1'), portMappings: [{ containerPort: 80 }] });
  const service = EcsWorkload.fromService(new ecs.FargateService(stack, `Service${index}`, {
    cluster: ecs.Cluster.fromClusterAttributes(stack, `Cluster${index}`, { clusterName: 'shop', vpc }), taskDefinition,
  }));
  new ServiceConnectDiscovery(stack, `Connect${index}`, {
    service,
    namespace: HttpNamespace.fromHttpNamespaceAttributes(stack, `Namespace${index}`, { namespaceId: 'ns-1', namespaceName: 'shop', namespaceArn: 'arn:ns-1' }),
    endpoints: [{ name: `service-${index}` }],
  });
  return service;
}

/** Pairs of waiting services and servers of one stack, by their numbers. */
function waits(resources: { readonly [logicalId: string]: Made }): ReadonlyMap<number, readonly number[]> {
  const numberOf = (logicalId: string) => Number(/^Service(\d)/.exec(logicalId)?.[1]);
  return new Map(Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::ECS::Service').map(([logicalId, { DependsOn = [] }]) => [
    numberOf(logicalId), [DependsOn].flat().filter((on) => resources[on].Type === 'AWS::ECS::Service').map(numberOf),
  ]));
}

function reaches(edges: ReadonlyMap<number, readonly number[]>, from: number, to: number, seen = new Set<number>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return (edges.get(from) ?? []).some((next) => next === to || reaches(edges, next, to, seen));
}

test('for any calls between stacks, there is a rule for each call, no cycle, and each server is first where possible', () => {
  fc.assert(fc.property(cases, (one) => {
    const templates = synthesize(one);
    const called = new Map(one.stacks.map((_, index) => [index, one.calls.filter(([caller]) => caller === index).map(([, other]) => other)]));
    const waiting = new Map(templates.flatMap((resources) => [...waits(resources)]));
    for (const service of waiting.keys()) expect(reaches(waiting, service, service)).toBe(false);
    for (const [caller, other] of one.calls) {
      if (one.stacks[caller] !== one.stacks[other]) continue;
      expect(waiting.get(caller)!.includes(other)).toBe(!reaches(called, other, caller));
    }
    const rules = templates.flatMap((resources) => Object.values(resources)).filter(({ Type }) => Type === 'AWS::EC2::SecurityGroupIngress');
    expect(rules).toHaveLength(one.calls.length);
  }), { seed: SEED, numRuns: Math.ceil(RUNS / 5) });
});
