import { Unknown, type Fact } from './fact';
import { parseCpuUnits, parseMemoryMiB } from './fargate-sizes';

/** CPU units of a value in a task definition, in any spelling of ECS. */
export function cpuUnits(written: Fact<string | undefined>): Fact<number | undefined> {
  return measured(written, parseCpuUnits, 'CPU units');
}

/** MiB of a value in a task definition, in any spelling of ECS. */
export function memoryMiB(written: Fact<string | undefined>): Fact<number | undefined> {
  return measured(written, parseMemoryMiB, 'MiB');
}

function measured(written: Fact<string | undefined>, parse: (text: string) => number | undefined, unit: string): Fact<number | undefined> {
  if (written === undefined || written instanceof Unknown) return written;
  return parse(written) ?? new Unknown(`"${written}" is not a number of ${unit}`);
}
