/** A pair of CPU and memory that Fargate sells. */
export interface FargateSize {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

/** The memory sizes Fargate sells with each CPU size, in MiB. */
export const FARGATE_MEMORY_MIB: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, range(1024, 4096, 1024)],
  [1024, range(2048, 8192, 1024)],
  [2048, range(4096, 16384, 1024)],
  [4096, range(8192, 30720, 1024)],
  [8192, range(16384, 61440, 4096)],
  [16384, range(32768, 122880, 8192)],
  [32768, [61440, 122880, 249856]],
]);

/** On-demand Linux prices of us-east-1, in USD an hour. */
const USD_PER_HOUR: Readonly<Record<string, { readonly vcpu: number; readonly gib: number }>> = {
  X86_64: { vcpu: 0.04048, gib: 0.004445 },
  ARM64: { vcpu: 0.03238, gib: 0.00356 },
};

const HOURS_PER_MONTH = 730;

/** What one task of a size costs a month, running all the time; `undefined` for an architecture without a price here. */
export function monthlyUsd(size: FargateSize, cpuArchitecture: string): number | undefined {
  const price = USD_PER_HOUR[cpuArchitecture];
  return price && HOURS_PER_MONTH * (size.cpuUnits / 1024 * price.vcpu + size.memoryMiB / 1024 * price.gib);
}

function range(first: number, last: number, step: number): readonly number[] {
  return Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
}
