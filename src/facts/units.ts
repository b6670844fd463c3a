import { Unknown, type Fact } from './fact';

/** CPU units of what ECS takes for them: `1024`, `"1024"`, `"1 vCPU"`, `".5 vcpu"`. */
export function cpuUnits(written: Fact<string | number | undefined>): Fact<number | undefined> {
  return measured(written, 'vcpu', 'CPU units');
}

/** MiB of what ECS takes for them: `2048`, `"2048"`, `"2 GB"`, `"0.5gb"`. */
export function memoryMiB(written: Fact<string | number | undefined>): Fact<number | undefined> {
  return measured(written, 'gb', 'MiB');
}

// Both units hold 1024 of the small ones.
function measured(written: Fact<string | number | undefined>, unit: string, small: string): Fact<number | undefined> {
  if (written === undefined || written instanceof Unknown) return written;
  const [, amount, found] = /^\s*(\d+\.?\d*|\.\d+)\s*([a-z]*)\s*$/i.exec(String(written)) ?? [];
  if (found === '') return Number(amount);
  return found?.toLowerCase() === unit ? Math.round(Number(amount) * 1024) : new Unknown(`"${written}" is not a number of ${small}`);
}
