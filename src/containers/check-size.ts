import { Token } from 'aws-cdk-lib/core';
import { written } from '../checks/written';
import { FARGATE_SIZES, nextFargateSize } from '../facts/fargate-sizes';
import { refuse } from '../gotchas/enforce';
import { tdFargateSizePair } from '../gotchas/td/td-fargate-size-pair';

/** The page that lists the pairs of cpu and memory. */
export const FARGATE_SIZE_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size';

/** Throws for a pair that Fargate doesn't sell. */
export function checkSize({ cpu, memoryMiB }: Pair, at = `FargateSize.of(${shown(cpu)}, ${shown(memoryMiB)})`, owner = ''): void {
  if (Token.isUnresolved(cpu)) return;
  const memories = FARGATE_SIZES.get(cpu);
  if (!memories) {
    refuse({
      headline: `${owner}cpu is ${written(cpu)}, Fargate sells ${list([...FARGATE_SIZES.keys()])} cpu units`,
      gotcha: tdFargateSizePair,
      at,
      property: `${owner}cpu`,
      fix: fixOf(cpu, memoryMiB),
      docs: FARGATE_SIZE_DOCS,
    });
  }
  if (!Token.isUnresolved(memoryMiB) && !memories.includes(memoryMiB)) {
    refuse({
      headline: `${owner}memoryMiB is ${written(memoryMiB)}, with ${cpu} cpu units Fargate sells ${list(memories)} MiB`,
      gotcha: tdFargateSizePair,
      at,
      property: `${owner}memoryMiB`,
      fix: fixOf(cpu, memoryMiB),
      docs: FARGATE_SIZE_DOCS,
    });
  }
}

interface Pair {
  readonly cpu: number;
  readonly memoryMiB: number;
}

function shown(value: number): string {
  return Token.isUnresolved(value) ? '…' : written(value);
}

/** A size that is accepted as it is: with another one of the two numbers alone, the next error may follow. */
function fixOf(cpu: number, memoryMiB: number): string {
  const next = nextFargateSize(cpu, Token.isUnresolved(memoryMiB) ? 0 : memoryMiB);
  if (!next) return `use a size that Fargate sells, at most ${largest()}`;
  return `use ${next.cpuUnits} cpu units with ${next.memoryMiB} MiB, the next size that holds both`;
}

function largest(): string {
  const [cpuUnits, memories] = [...FARGATE_SIZES].at(-1)!;
  return `${cpuUnits} cpu units with ${memories.at(-1)} MiB`;
}

function list(values: readonly number[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}`;
}
