import { Token, Tokenization } from 'aws-cdk-lib/core';
import { checkSize, FARGATE_SIZE_DOCS } from './check-size';
import { written } from '../checks/written';
import { FARGATE_SIZES, parseCpuUnits, parseMemoryMiB } from '../facts/fargate-sizes';
import { refuse } from '../gotchas/enforce';

/**
 * The size of a Fargate task: a pair of cpu and memory that Fargate sells.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 *
 * @example
 * new FargateWorkerService(this, 'Worker', { cluster, image, size: FargateSize.of(512, 1024) });
 */
export class FargateSize {
  /**
   * The size with these cpu units (1024 are one vCPU) and this memory in MiB.
   *
   * @param cpu one of 256, 512, 1024, 2048, 4096, 8192, 16384 and 32768 cpu units
   * @param memoryMiB one of the memories sold with that many cpu units; another is an error that lists them
   */
  public static of(cpu: number, memoryMiB: number): FargateSize {
    checkSize({ cpu, memoryMiB });
    return new FargateSize(cpu, memoryMiB);
  }

  /**
   * The size in a spelling of ECS: `FargateSize.parse('1 vCPU', '2 GB')`, `FargateSize.parse('256', '512')`.
   *
   * @param cpu cpu units as in '256', or vCPUs as in '.25 vCPU'
   * @param memory MiB as in '512', or GB as in '0.5 GB'
   */
  public static parse(cpu: string, memory: string): FargateSize {
    return FargateSize.of(
      orToken('cpu', cpu, parseCpuUnits) ?? refuseSpelling('cpu', cpu, "cpu units as in '256', or vCPUs as in '.25 vCPU'"),
      orToken('memory', memory, parseMemoryMiB) ?? refuseSpelling('memory', memory, "MiB as in '512', or GB as in '0.5 GB'"),
    );
  }

  /**
   * The memory sizes, in MiB, that Fargate sells with these cpu units; none if it doesn't sell so many units.
   *
   * @param cpu the size of the task in cpu units
   */
  public static memoriesFor(cpu: number): number[] {
    return [...FARGATE_SIZES.get(cpu) ?? []];
  }

  private constructor(
    /**
     * Cpu units; 1024 are one vCPU.
     */
    public readonly cpu: number,
    /**
     * Memory, in MiB.
     */
    public readonly memoryMiB: number,
  ) {}
}

/** The text as a number; ECS reads for itself what only the deployment knows. */
function orToken(property: string, text: string, parse: (text: string) => number | undefined): number | undefined {
  if (!Token.isUnresolved(text)) return typeof text === 'string' ? parse(text) : undefined;
  return isWhole(text) ? Token.asNumber(text) : refuse({
    headline: `${property} is a token within a text, and ECS reads the whole`,
    at: 'FargateSize.parse',
    property,
    fix: `pass the token alone as ${property}`,
    docs: FARGATE_SIZE_DOCS,
  });
}

/** False for a text of tokens and other characters. */
function isWhole(text: string): boolean {
  const { tokens, length } = Tokenization.reverseString(text);
  return length === 1 && tokens.length === 1;
}

function refuseSpelling(property: string, value: string, spellings: string): never {
  return refuse({
    headline: `${property} is ${written(value)}, which ECS can't read`,
    at: 'FargateSize.parse',
    property,
    fix: `write ${spellings}`,
    docs: FARGATE_SIZE_DOCS,
  });
}
