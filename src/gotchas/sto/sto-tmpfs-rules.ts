import type { ContainerFacts } from '../../facts/container';
import type { TmpfsFacts } from '../../facts/container-settings';
import { known, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const MOUNT_OPTIONS: readonly string[] = [
  'defaults', 'ro', 'rw', 'suid', 'nosuid', 'dev', 'nodev', 'exec', 'noexec', 'sync', 'async', 'dirsync', 'remount', 'mand', 'nomand', 'atime',
  'noatime', 'diratime', 'nodiratime', 'bind', 'rbind', 'unbindable', 'runbindable', 'private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave',
  'relatime', 'norelatime', 'strictatime', 'nostrictatime', 'mode', 'uid', 'gid', 'nr_inodes', 'nr_blocks', 'mpol',
];

export const stoTmpfsRules = defineGotcha({
  id: 'sto-tmpfs-rules',
  title: 'A file system in memory that ECS refuses, or that the memory can\'t hold',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about `tmpfs`; or the container is killed for want of memory while its disk seems free.',
  why: 'ECS wants the size of each tmpfs, and knows a fixed list of mount options. What a tmpfs holds counts as memory of the container, which is killed before a greater file system is full.',
  rule: 'A tmpfs has a `size` of 1 MiB or more, and its `mountOptions` are those that the API lists. The size is less than the memory of the container, or than that of the task, else it is a warning.',
  fix: 'set size to what the container needs, within its memory',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html',
  levels: ['synth'],
  avoidedBy: '`writablePaths` and `linux.tmpfs` set a size and refuse one that the memory of the container can\'t hold.',
  subject: 'task',
  needs: ['containers'],
  reads: ['memoryMiB'],
  check: ({ containers, memoryMiB }) => each(containers, (container) => each(known(container.tmpfs), (tmpfs) => all(
    () => size(container, known(tmpfs.sizeMiB)),
    () => options(container, tmpfs),
    () => memory(container, known(tmpfs.sizeMiB), memoryMiB),
  ))),
});

function size(container: ContainerFacts, sizeMiB: number | undefined): readonly Result[] {
  return sizeMiB !== undefined && sizeMiB >= 1 ? [] : [{
    property: ofContainer(container, 'linuxParameters.tmpfs'), detail: `size (${sizeMiB === undefined ? 'none' : `${sizeMiB} MiB`}) of a tmpfs is not 1 MiB or more`,
  }];
}

function options(container: ContainerFacts, tmpfs: TmpfsFacts): readonly Result[] {
  return each(known(tmpfs.mountOptions), (fact) => {
    // Some have a value, as in mode=1777.
    const [name] = known(fact).split('=');
    return MOUNT_OPTIONS.includes(name) ? [] : [{
      property: ofContainer(container, 'linuxParameters.tmpfs'),
      detail: `mountOptions (${name}) of a tmpfs is not an option that ECS knows`,
      fix: 'remove the option, or correct its name',
    }];
  });
}

function memory(container: ContainerFacts, sizeMiB: number | undefined, ofTask: Fact<number | undefined>): readonly Result[] {
  if (sizeMiB === undefined) return [];
  const limit = known(container.memoryMiB) ?? known(ofTask);
  return limit === undefined || sizeMiB < limit ? [] : [{
    consequence: 'risk',
    property: ofContainer(container, 'linuxParameters.tmpfs'),
    detail: `size (${sizeMiB} MiB) of a tmpfs is as much as the memory that the container has, which is ${limit} MiB`,
  }];
}
