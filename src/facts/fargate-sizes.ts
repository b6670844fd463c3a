/** The memory, in MiB, that Fargate sells with each number of cpu units. See API_TaskDefinition, `cpu` and `memory`. */
export const FARGATE_SIZES: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, steps(1024, 4096, 1024)],
  [1024, steps(2048, 8192, 1024)],
  [2048, steps(4096, 16384, 1024)],
  [4096, steps(8192, 30720, 1024)],
  [8192, steps(16384, 61440, 4096)],
  [16384, steps(32768, 122880, 8192)],
  [32768, [61440, 122880, 249856]],
]);

/** Returns the smallest size that holds both, if Fargate sells one. */
export function nextFargateSize(cpuUnits: number, memoryMiB: number): { readonly cpuUnits: number; readonly memoryMiB: number } | undefined {
  for (const [units, sold] of FARGATE_SIZES) {
    const enough = units >= cpuUnits ? sold.find((memory) => memory >= memoryMiB) : undefined;
    if (enough !== undefined) return { cpuUnits: units, memoryMiB: enough };
  }
  return undefined;
}

/** The cpu units that Fargate sells for Windows tasks. */
export const WINDOWS_CPU_UNITS: readonly number[] = [1024, 2048, 4096];

/** ECS's spellings of cpu: `256`, `"256"`, `".25 vCPU"`. `undefined` for anything else. */
export function parseCpuUnits(text: string | number): number | undefined {
  return parse(String(text), /^\s*([0-9]*\.?[0-9]+)\s*(vcpu)?\s*$/i);
}

/** ECS's spellings of memory: `512`, `"512"`, `"0.5 GB"`. `undefined` for anything else. */
export function parseMemoryMiB(text: string | number): number | undefined {
  return parse(String(text), /^\s*([0-9]*\.?[0-9]+)\s*(gb)?\s*$/i);
}

function parse(text: string, spelling: RegExp): number | undefined {
  const match = spelling.exec(text);
  return match ? Number(match[1]) * (match[2] ? 1024 : 1) : undefined;
}

function steps(first: number, last: number, step: number): number[] {
  return Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
}
