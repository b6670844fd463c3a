import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CfnParameter } from 'aws-cdk-lib/core';
import { FargateSize, FargateWorkerService } from '../../src';
import { messageOf } from '../support/refusals';
import { IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

/** From the page on task sizes for Fargate: cpu units, lowest and highest memory, and the step between. */
const SOLD = [
  { cpu: 256, memories: [512, 1024, 2048] },
  { cpu: 512, memories: range(1, 4, 1) },
  { cpu: 1024, memories: range(2, 8, 1) },
  { cpu: 2048, memories: range(4, 16, 1) },
  { cpu: 4096, memories: range(8, 30, 1) },
  { cpu: 8192, memories: range(16, 60, 4) },
  { cpu: 16384, memories: range(32, 120, 8) },
  { cpu: 32768, memories: [60 * 1024, 120 * 1024, 244 * 1024] },
];

function range(fromGb: number, toGb: number, step: number): number[] {
  return Array.from({ length: (toGb - fromGb) / step + 1 }, (_, index) => (fromGb + index * step) * 1024);
}

describe.each(SOLD)('$cpu cpu units', ({ cpu, memories }) => {
  test.each(memories)('go with %i MiB', (memoryMiB) => {
    const size = FargateSize.of(cpu, memoryMiB);
    expect([size.cpu, size.memoryMiB]).toEqual([cpu, memoryMiB]);
  });

  test('have no other memories', () => {
    expect(FargateSize.memoriesFor(cpu)).toEqual(memories);
  });

  test.each([memories[0] - 1, memories[memories.length - 1] + 1024])('fails when the memory is %i MiB, and lists the possible ones', (memoryMiB) => {
    const message = messageOf(() => FargateSize.of(cpu, memoryMiB));
    expect(message).toContain(`memoryMiB is ${memoryMiB}, with ${cpu} cpu units Fargate sells`);
    for (const possible of memories) expect(message).toContain(`${possible}`);
    expect(message).toContain('[td-fargate-size-pair]');
    expect(message).toContain(`at:   FargateSize.of(${cpu}, ${memoryMiB}) (memoryMiB)`);
  });
});

test('the memories of a number of cpu units that Fargate does not sell are none', () => {
  expect(FargateSize.memoriesFor(300)).toEqual([]);
});

test.each([
  ['cpu', (token: string) => FargateSize.parse(`${token} vCPU`, '2 GB')],
  ['memory', (token: string) => FargateSize.parse('1 vCPU', `${token} GB`)],
])('fails for a token within the text of %s', (property, parse) => {
  const message = messageOf(() => parse(new CfnParameter(testStack(), 'Number').valueAsString));
  expect(message).toContain(`${property} is a token within a text, and ECS reads the whole`);
  expect(message).not.toContain('Token[');
});

test('fails for what is no text', () => {
  expect(messageOf(() => FargateSize.parse(1 as never, '2 GB'))).toContain("cpu is 1, which ECS can't read"); // JavaScript checks no types.
});

test('the list of memories is a copy', () => {
  FargateSize.memoriesFor(256).pop();
  expect(FargateSize.memoriesFor(256)).toHaveLength(3);
});

test.each([
  [300, 'use 512 cpu units with 1024 MiB, the next size that holds both'],
  [40000, 'use a size that Fargate sells, at most 32768 cpu units with 249856 MiB'],
  [Number.NaN, 'use a size that Fargate sells, at most 32768 cpu units with 249856 MiB'],
])('fails when Fargate does not sell %d cpu units, and proposes a size', (cpu, proposal) => {
  const message = messageOf(() => FargateSize.of(cpu, 512));
  expect(message).toContain(`cpu is ${cpu}, Fargate sells 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768 cpu units [td-fargate-size-pair]`);
  expect(message).toContain(`fix:  ${proposal}`);
});

test.each([
  [1024, 3000, 'use 1024 cpu units with 3072 MiB'],
  [256, 3072, 'use 512 cpu units with 3072 MiB'],
  [2048, 512, 'use 2048 cpu units with 4096 MiB'],
])('fails for %d cpu units with %d MiB, and proposes a size that is accepted', (cpu, memoryMiB, proposal) => {
  const message = messageOf(() => FargateSize.of(cpu, memoryMiB));
  expect(message).toContain(`fix:  ${proposal}`);
  const [accepted, memory] = /use (\d+) cpu units with (\d+) MiB/.exec(message)!.slice(1).map(Number);
  expect(() => FargateSize.of(accepted, memory)).not.toThrow();
});

test.each([
  ['256', '512', 256, 512],
  ['.25 vCPU', '0.5 GB', 256, 512],
  ['0.5vcpu', '1gb', 512, 1024],
  ['1 vCPU', '2 GB', 1024, 2048],
  ['32 vCPU', '60 GB', 32768, 61440],
])('reads %s and %s as ECS does', (cpu, memory, cpuUnits, memoryMiB) => {
  const size = FargateSize.parse(cpu, memory);
  expect([size.cpu, size.memoryMiB]).toEqual([cpuUnits, memoryMiB]);
});

test('fails when the spelling of cpu is not one of ECS', () => {
  const message = messageOf(() => FargateSize.parse('a quarter', '512'));
  expect(message).toContain("cpu is 'a quarter', which ECS can't read");
  expect(message).toContain("write cpu units as in '256', or vCPUs as in '.25 vCPU'");
});

test('fails when the spelling of memory is not one of ECS', () => {
  const message = messageOf(() => FargateSize.parse('256', '512 MB'));
  expect(message).toContain("memory is '512 MB', which ECS can't read");
  expect(message).toContain("write MiB as in '512', or GB as in '0.5 GB'");
});

test('leaves tokens to the deployment', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  const cluster = testCluster(stack);
  new FargateWorkerService(stack, 'Both', { cluster, image: IMAGE, size: FargateSize.of(number, number) });
  new FargateWorkerService(stack, 'Memory', { cluster, image: IMAGE, size: FargateSize.of(256, number) });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { Cpu: { Ref: 'Number' }, Memory: { Ref: 'Number' } });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { Cpu: '256', Memory: { Ref: 'Number' } });
});

test('leaves spellings that are tokens to the deployment', () => {
  const stack = testStack();
  const { text } = tokens(stack);
  new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, size: FargateSize.parse(text, text) });
  templateWithoutTokens(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { Cpu: { Ref: 'Text' }, Memory: { Ref: 'Text' } });
});

test.each([['512', '1024'], ['8192', '16384']])('fails when Windows is to run on %s cpu units', (cpu, memory) => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const message = messageOf(() => new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: IMAGE,
    size: FargateSize.parse(cpu, memory),
    runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
  }));
  expect(message).toContain(`cpu (${cpu}) is not supported by WINDOWS_SERVER_2022_CORE on Fargate, only 1024, 2048, 4096 [td-windows-limits]`);
});

test('a size of 8 vCPU and more runs on the latest platform version', () => {
  const stack = testStack();
  new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, size: FargateSize.of(16384, 32768) });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { Cpu: '16384', Memory: '32768' });
});
