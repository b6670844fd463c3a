import { definitionOf, isOnFargate, type ContainerDefinition, type NameLimit } from './limit';
import { Unknown } from '../../../facts/fact';
import type { Meaning } from '../classifier/meaning';

interface Ended {
  readonly name: string;
  readonly definition?: ContainerDefinition;
  readonly onFargate: boolean;
  readonly line: string;
}

/** A limit that an application logs as it ends. */
interface Sign {
  readonly is: RegExp;
  readonly limit: (ended: Ended) => Pick<Meaning, 'means' | 'fix'>;
}

const FARGATE_FILES = 65535;
const SHARED_MEMORY_MIB = 64;

const SIGNS: readonly Sign[] = [
  { is: /too many open files|\bE[MN]FILE\b/i, limit: openFiles },
  { is: /(?:\/dev\/shm|shared memory segment).*no space left on device|no space left on device.*\/dev\/shm/i, limit: sharedMemory },
  { is: /no space left on device|\bENOSPC\b(?!.*watchers)|disk quota exceeded/i, limit: fullDisk },
  {
    is: /javascript heap out of memory/i,
    limit: ({ name }) => ({ means: `the heap of Node.js in container ${name} was full`, fix: 'raise --max-old-space-size in NODE_OPTIONS, below three quarters of the memory limit, and that limit if need be' }),
  },
  {
    is: /OutOfMemoryError: (?:Java heap space|GC overhead|Metaspace|Direct buffer|Requested array)/,
    limit: ({ name }) => ({ means: `the heap of the Java virtual machine in container ${name} was full`, fix: 'raise -XX:MaxRAMPercentage or -Xmx up to three quarters of the memory limit (a Java virtual machine takes a quarter of it by default), and that limit if need be' }),
  },
  {
    is: /unable to create (?:new )?native thread|fork: (?:retry: )?resource temporarily unavailable|can't start new thread|pthread_create failed/i,
    limit: ({ name, onFargate }) => ({
      means: `container ${name} may start no more threads or processes`,
      fix: onFargate ? 'start fewer threads, or raise cpu and memory of the task: Fargate has no limit of processes to set' : 'raise nproc in ulimits of the container, or start fewer threads',
    }),
  },
  {
    is: /read-only file system|\bEROFS\b/i,
    limit: ({ name, definition }) => (definition?.readonlyRootFilesystem === false
      ? { means: `container ${name} writes to a volume that is mounted read-only`, fix: `set readOnly of the mount point of container ${name} to false` }
      : { means: `container ${name} writes to a root file system that is read-only (readonlyRootFilesystem)`, fix: 'mount a volume or tmpfs where the container writes (writablePaths), or leave out readonlyRootFilesystem' }),
  },
];

/** Limits that the last lines of the log name. */
export const inLog: NameLimit = ({ meaning, tasks: [task], log, definition }) => {
  if (!log || log.lines instanceof Unknown || (meaning.id !== 'ops-unknown-stop' && meaning.id !== 'dep-startup-longer-than-check')) return undefined;
  const { container: name } = log;
  // The last line is the nearest to the end.
  for (const line of [...log.lines as readonly string[]].reverse()) {
    const sign = SIGNS.find(({ is }) => is.test(line));
    if (!sign) continue;
    const { means, fix } = sign.limit({ name, definition: definitionOf({ definition }, name), onFargate: isOnFargate(task), line });
    return { means: `${meaning.means}: by its log, ${means}`, fix };
  }
  return undefined;
};

function openFiles({ name, definition, onFargate }: Ended): Pick<Meaning, 'means' | 'fix'> {
  const limit = definition?.ulimits?.find((ulimit) => ulimit.name === 'nofile')?.softLimit ?? (onFargate ? FARGATE_FILES : undefined);
  const number = limit === undefined ? '' : ` (${limit}: softLimit of nofile)`;
  return {
    means: `container ${name} may open no more files${number}`,
    fix: `raise nofile in ulimits of container ${name}${limit === undefined ? '' : ` above ${limit}`}, and see that the application closes its files and connections`,
  };
}

function sharedMemory({ name, definition, onFargate }: Ended): Pick<Meaning, 'means' | 'fix'> {
  const size = definition?.linuxParameters?.sharedMemorySize ?? SHARED_MEMORY_MIB;
  return {
    means: `container ${name} has no shared memory left (${size} MiB of /dev/shm)`,
    fix: onFargate
      ? 'let the application keep less in /dev/shm: Fargate has no sharedMemorySize; Chrome has --disable-dev-shm-usage for that'
      : `raise sharedMemorySize in linuxParameters of container ${name} above ${size} MiB (linux.sharedMemoryMiB)`,
  };
}

function fullDisk({ name, definition, onFargate, line }: Ended): Pick<Meaning, 'means' | 'fix'> {
  const tmpfs = definition?.linuxParameters?.tmpfs?.find(({ containerPath = '' }) => containerPath !== '' && line.includes(`${containerPath}/`));
  if (tmpfs) {
    return {
      means: `container ${name} has no room left in its tmpfs ${tmpfs.containerPath} (${tmpfs.size} MiB)`,
      fix: `raise size of the tmpfs ${tmpfs.containerPath} above ${tmpfs.size} MiB, within the memory of the container`,
    };
  }
  return {
    means: `container ${name} has no room left on a disk`,
    fix: onFargate
      ? 'raise ephemeralStorage of the task (ephemeralStorageGiB, 20 GiB by default), or the size of the volume that the line names'
      : 'attach a larger disk to the instances, or raise the size of the volume that the line names',
  };
}
