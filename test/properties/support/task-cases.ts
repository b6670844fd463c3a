import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { containers, type ContainerCase } from './container-cases';
import { ecsName, options } from './scalars';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
const FARGATE_MEMORY: { readonly [cpu: number]: { readonly min: number; readonly max: number; readonly step: number } } = {
  512: { min: 1024, max: 4096, step: 1024 },
  1024: { min: 2048, max: 8192, step: 1024 },
  2048: { min: 4096, max: 16384, step: 1024 },
  4096: { min: 8192, max: 30720, step: 1024 },
  8192: { min: 16384, max: 61440, step: 4096 },
  16384: { min: 32768, max: 122880, step: 8192 },
};

/** A pair of cpu and memory. */
export interface SizeCase {
  readonly cpu: number;
  readonly memoryMiB: number;
}

/** Every pair that Fargate sells. */
export const FARGATE_PAIRS: readonly SizeCase[] = [
  ...[512, 1024, 2048].map((memoryMiB) => ({ cpu: 256, memoryMiB })),
  ...Object.entries(FARGATE_MEMORY).flatMap(([cpu, { min, max, step }]) => Array.from(
    { length: (max - min) / step + 1 }, (_, index) => ({ cpu: Number(cpu), memoryMiB: min + index * step }),
  )),
  ...[61440, 122880, 249856].map((memoryMiB) => ({ cpu: 32768, memoryMiB })),
];

export type LoggingCase = {
  readonly kind: 'own' | 'given';
  readonly logGroupName?: string;
  readonly retention?: logs.RetentionDays;
  readonly removalPolicy?: RemovalPolicy;
  readonly mode?: ecs.AwsLogDriverMode;
  readonly maxBufferBytes?: number;
};

/** A task in plain data, wherever it runs. */
export interface TaskCase {
  /** The main one first. */
  readonly containers: readonly ContainerCase[];
  readonly family?: string;
  readonly securityGroups?: readonly string[];
  readonly logging?: LoggingCase;
  readonly roles?: 'bundle' | 'imported';
}

/** Options of Fargate only. */
export interface FargateCase {
  readonly size?: SizeCase;
  readonly platform?: 'LINUX/X86_64' | 'LINUX/ARM64' | 'WINDOWS_SERVER_2022_CORE/X86_64';
  readonly platformVersion?: ecs.FargatePlatformVersion;
  readonly ephemeralStorageGiB?: number;
  readonly assignPublicIp?: boolean;
}

const logging: fc.Arbitrary<LoggingCase> = fc.record({
  kind: fc.constantFrom('own', 'given'),
  logGroupName: fc.noBias(fc.stringMatching(/^\/ecs\/[a-z0-9_.-]{12}$/)), // One stack has each name once.
  retention: fc.constantFrom(logs.RetentionDays.ONE_DAY, logs.RetentionDays.ONE_YEAR, logs.RetentionDays.INFINITE),
  removalPolicy: fc.constantFrom(RemovalPolicy.DESTROY, RemovalPolicy.RETAIN),
  mode: fc.constantFrom(ecs.AwsLogDriverMode.BLOCKING, ecs.AwsLogDriverMode.NON_BLOCKING),
  maxBufferBytes: fc.integer({ min: 1_000_000, max: 100_000_000 }),
}, { requiredKeys: ['kind'] });

const surroundings = options<Omit<TaskCase, 'containers'>>({
  family: ecsName,
  securityGroups: fc.uniqueArray(fc.stringMatching(/^sg-[0-9a-f]{8}$/), { minLength: 1, maxLength: 5 }),
  logging,
  roles: fc.constantFrom('bundle', 'imported'),
});

/** Windows on Fargate has 1, 2 or 4 vCPU on x86_64, from platform version 1.0.0, with its own disk. */
const windows: fc.Arbitrary<FargateCase> = fc.record({
  size: fc.constantFrom(...FARGATE_PAIRS.filter(({ cpu }) => [1024, 2048, 4096].includes(cpu))),
  platform: fc.constant('WINDOWS_SERVER_2022_CORE/X86_64' as const),
});

const linux = options<FargateCase>({
  size: fc.constantFrom(...FARGATE_PAIRS),
  platform: fc.constantFrom('LINUX/X86_64', 'LINUX/ARM64'),
  platformVersion: fc.constantFrom(ecs.FargatePlatformVersion.LATEST, ecs.FargatePlatformVersion.VERSION1_4),
  ephemeralStorageGiB: fc.integer({ min: 21, max: 200 }),
  assignPublicIp: fc.boolean(),
});

const DEFAULT_SIZE: SizeCase = { cpu: 256, memoryMiB: 512 };

/** On Fargate, containers start and stop within 2 to 120 s, and share what the task has. */
export const fargateTask: fc.Arbitrary<TaskCase & FargateCase> = fc.tuple(
  fc.oneof({ weight: 9, arbitrary: linux }, { weight: 1, arbitrary: windows }), surroundings, containers(ecsName, { min: 2, max: 120 }),
).chain(([fargate, rest, made]) => {
  const { cpu, memoryMiB } = fargate.size ?? DEFAULT_SIZE;
  const share = { cpu: Math.floor(cpu / made.length), memoryMiB: Math.floor(memoryMiB / made.length) };
  return fc.tuple(...made.map((container) => shareOf(share, memoryMiB, false).map((resources) => ({ ...container, ...resources }))))
    .map((containersInShares) => ({
      ...fargate, ...rest, containers: fargate.platform?.startsWith('WINDOWS') ? containersInShares.map(forWindows) : containersInShares,
    }));
});

/** On instances, each container sets its memory: the task doesn't. */
export const ec2Task: fc.Arbitrary<TaskCase> = fc.tuple(surroundings, containers(ecsName, { min: 2, max: 3600 }))
  .chain(([rest, made]) => fc.tuple(...made.map((container) => shareOf({ cpu: 2048, memoryMiB: 4096 }, 8192, true)
    .map((resources) => ({ ...container, ...resources })))).map((withMemory) => ({ ...rest, containers: withMemory })));

/** A reservation within the share, a limit between it and what the task has. */
function shareOf(share: SizeCase, mostMiB: number, memoryIsRequired: boolean): fc.Arbitrary<Partial<ContainerCase>> {
  const memory = fc.integer({ min: 6, max: share.memoryMiB }).chain((memoryReservationMiB) => fc.record({
    memoryReservationMiB: fc.constant(memoryReservationMiB),
    memoryLimitMiB: fc.integer({ min: memoryReservationMiB, max: mostMiB }),
  }, { requiredKeys: ['memoryReservationMiB'] }));
  const cpu = options<{ cpu: number }>({ cpu: fc.integer({ min: 0, max: share.cpu }) });
  return fc.tuple(memoryIsRequired ? memory : fc.oneof(fc.constant({}), memory), cpu).map(([first, second]) => ({ ...first, ...second }));
}

/** Windows has no init process, no read-only root and no users by number. */
function forWindows(container: ContainerCase): ContainerCase {
  return { ...container, initProcess: undefined, readonlyRootFilesystem: undefined, user: undefined };
}
