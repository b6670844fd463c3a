/** On-demand Linux prices of Fargate in us-east-1, in USD an hour. See https://aws.amazon.com/fargate/pricing/. */
const USD_PER_HOUR: Readonly<Record<string, { readonly vcpu: number; readonly gib: number } | undefined>> = {
  X86_64: { vcpu: 0.04048, gib: 0.004445 },
  ARM64: { vcpu: 0.03238, gib: 0.00356 },
};

const HOURS_PER_MONTH = 730;

/** Price of one task that runs for a whole month; `undefined` for an architecture without a price here. */
export function monthlyUsd(cpuUnits: number, memoryMiB: number, cpuArchitecture: string): number | undefined {
  const price = USD_PER_HOUR[cpuArchitecture];
  return price && HOURS_PER_MONTH * (cpuUnits / 1024 * price.vcpu + memoryMiB / 1024 * price.gib);
}
