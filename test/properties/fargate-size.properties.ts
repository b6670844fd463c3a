import { Token } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { FargateSize } from '../../src';
import { expectOurs } from './support/refuses';
import { RUNS, SEED } from './support/runs';
import { FARGATE_PAIRS, type SizeCase } from './support/task-cases';

const RUN = { seed: SEED, numRuns: RUNS };
const CPUS = [...new Set(FARGATE_PAIRS.map(({ cpu }) => cpu))];

const sold = fc.constantFrom(...FARGATE_PAIRS);

/** Near to what is sold and far from it: other steps, other cpu units, no whole numbers. */
const notSold: fc.Arbitrary<SizeCase> = fc.record({
  cpu: fc.oneof(fc.constantFrom(...CPUS), fc.integer({ min: -1, max: 40_000 }), fc.double()),
  memoryMiB: fc.oneof(fc.constantFrom(...FARGATE_PAIRS.map(({ memoryMiB }) => memoryMiB)), fc.integer({ min: -1, max: 300_000 }), fc.double()),
}).filter(({ cpu, memoryMiB }) => !FARGATE_PAIRS.some((pair) => pair.cpu === cpu && pair.memoryMiB === memoryMiB));

function messageOf(size: () => unknown): string {
  try {
    size();
  } catch (error) {
    expect((error as Error).constructor).toBe(Error);
    return (error as Error).message;
  }
  throw new Error('it was not refused');
}

describe('FargateSize', () => {
  test('takes every pair that Fargate sells', () => fc.assert(fc.property(sold, ({ cpu, memoryMiB }) => {
    expect(FargateSize.of(cpu, memoryMiB)).toMatchObject({ cpu, memoryMiB });
    expect(FargateSize.memoriesFor(cpu)).toContain(memoryMiB);
  }), RUN));

  test('reads the spellings of ECS', () => fc.assert(fc.property(sold, fc.boolean(), ({ cpu, memoryMiB }, inWords) => {
    const read = inWords ? FargateSize.parse(`${cpu / 1024} vCPU`, `${memoryMiB / 1024} GB`) : FargateSize.parse(String(cpu), String(memoryMiB));
    expect(read).toMatchObject({ cpu, memoryMiB });
  }), RUN));

  test('refuses every other pair, and names the invalid part', () => fc.assert(fc.property(notSold, ({ cpu, memoryMiB }) => {
    const message = messageOf(() => FargateSize.of(cpu, memoryMiB));
    expectOurs(message);
    expect(message).toContain(CPUS.includes(cpu) ? `memoryMiB is ${memoryMiB}` : `cpu is ${cpu}`);
  }), RUN));

  test('refuses texts that ECS cannot read', () => fc.assert(fc.property(fc.string().filter((text) => !/\d/.test(text)), fc.boolean(), (text, asCpu) => {
    expectOurs(messageOf(() => (asCpu ? FargateSize.parse(text, '512') : FargateSize.parse('256', text))).replace(JSON.stringify(text), ''));
  }), RUN));

  test('takes tokens for either', () => fc.assert(fc.property(sold, fc.boolean(), fc.boolean(), ({ cpu, memoryMiB }, cpuIsToken, memoryIsToken) => {
    const token = Token.asNumber({ Ref: 'Parameter' });
    FargateSize.of(cpuIsToken ? token : cpu, memoryIsToken ? token : memoryMiB);
  }), RUN));
});
