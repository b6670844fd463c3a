import { table } from './table';

/** CPU and memory of an instance type; ECS registers less of the memory. */
export interface InstanceSize {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

const VCPUS: Readonly<Record<string, number>> = table({ 'large': 2, 'xlarge': 4, '2xlarge': 8, '4xlarge': 16 });

/** GiB for each vCPU, in families where all sizes from large to 4xlarge have the same. */
const GIB_PER_VCPU: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(c6i|c6a|c6g|c6in|c6id|c6gd|c6gn|c7i|c7a|c7g|c7gd|c7gn|c8g|c5|c5a|c5d|c5ad)$/, 2],
  [/^(m5|m5a|m5d|m5ad|m5n|m6i|m6a|m6g|m6id|m6gd|m7i|m7a|m7g|m7gd|m8g)$/, 4],
  [/^(r5|r5a|r5d|r5ad|r5n|r6i|r6a|r6g|r6id|r6gd|r7i|r7a|r7g|r7gd|r8g)$/, 8],
];

/** GPUs of sizes that have another number of them than one. */
const GPUS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(g4dn|g5|g6|g6e)\.(12|24)xlarge$|^g4dn\.12xlarge$|^p3\.8xlarge$|^g3\.16xlarge$|^g4ad\.16xlarge$/, 4],
  [/^(g5|g6|g6e)\.48xlarge$|^g4dn\.metal$|^p3(dn)?\.(16|24)xlarge$|^p4de?\.|^p5(e|en)?\.48xlarge$|^p6/, 8],
  [/^g3\.8xlarge$|^g5g\.(16xlarge|metal)$|^g4ad\.8xlarge$/, 2],
  [/^(g4dn|g4ad|g5|g6|g6e)\.([248])?xlarge$|^(g4dn|g5|g6|g6e)\.16xlarge$|^g5g\.([248])?xlarge$|^p3\.2xlarge$|^p5\.4xlarge$/, 1],
];

/** Number of GPUs of an instance type; `undefined`: not known here. */
export function gpusOf(type: string): number | undefined {
  return GPUS.find(([types]) => types.test(type))?.[1];
}

const BURSTABLE: Readonly<Record<string, readonly [vcpus: number, gib: number]>> = table({
  'nano': [2, 0.5], 'micro': [2, 1], 'small': [2, 2], 'medium': [2, 4], 'large': [2, 8], 'xlarge': [4, 16], '2xlarge': [8, 32],
});

/** The size of an instance type of a common family. */
export function instanceSize(type: string): InstanceSize | undefined {
  const [family, size] = type.split('.');
  const burstable = /^(t3|t3a|t4g)$/.test(family) ? BURSTABLE[size] : undefined;
  if (burstable) return { cpuUnits: burstable[0] * 1024, memoryMiB: burstable[1] * 1024 };
  const gib = GIB_PER_VCPU.find(([families]) => families.test(family))?.[1];
  const vcpus = VCPUS[size];
  return gib === undefined || vcpus === undefined ? undefined : { cpuUnits: vcpus * 1024, memoryMiB: vcpus * gib * 1024 };
}

/** Families of the generations that are there, burstable or not, with the sizes that none of their types has. */
const NO_SIZE: ReadonlyArray<readonly [families: RegExp, sizes: RegExp]> = [
  [/^(?!t\d|m1$)[a-z]+[1-8]([a-z][a-z0-9-]*)?$/, /^(nano|micro|small)$/],
  [/^(t2|t3a?|t4g)$/, /^([3-9]|\d\d)xlarge$|^metal/],
  [/^([cmr]4|[cmr]5[a-z]*|[cmr]6(i[a-z]*|a)|[cmr]7i[a-z-]*)$/, /^medium$/],
  [/^c5d?$/, /^(8|16)xlarge$/],
];

/** True for what is no instance type: not a family and a size, or a size that the family does not have. */
export function isNoInstanceType(type: string): boolean {
  const [family, size, ...more] = type.split('.');
  if (more.length > 0 || !/^[a-z][a-z0-9-]*$/.test(family) || !/^[a-z0-9-]+$/.test(size ?? '')) return true;
  return NO_SIZE.some(([families, sizes]) => families.test(family) && sizes.test(size));
}

/** Network interfaces of burstable types by their size, where a family has no other number. */
const INTERFACES: Readonly<Record<string, number>> = table({ 'nano': 2, 'micro': 2, 'small': 3, 'medium': 3, 'large': 3, 'xlarge': 4, '2xlarge': 4 });
const OTHER_INTERFACES: Readonly<Record<string, number>> = table({ 't3a.small': 2, 't2.xlarge': 3, 't2.2xlarge': 3 });

/** Number of network interfaces of a type that has no more of them by awsvpcTrunking; `undefined`: not known here. */
export function interfacesOf(type: string): number | undefined {
  const [family, size] = type.split('.');
  return /^(t2|t3|t3a|t4g)$/.test(family) ? OTHER_INTERFACES[type] ?? INTERFACES[size] : undefined;
}

/** Types with a processor of AWS have a g behind the number of their generation; a1 was the first. */
export function architectureOfType(type: string): 'ARM64' | 'X86_64' {
  return /^(a1|[a-z]+\d+g[a-z]*)\./.test(type) ? 'ARM64' : 'X86_64';
}
