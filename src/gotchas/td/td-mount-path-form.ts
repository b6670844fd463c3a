import type { ContainerFacts } from '../../facts/container';
import { known, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdMountPathForm = defineGotcha({
  id: 'td-mount-path-form',
  title: 'A mount has no path, or one that no container can have',
  consequence: 'never-works',
  symptom: '`CannotCreateContainerError: Error response from daemon: invalid mount config for type "bind": invalid mount path: \'…\' mount path must be absolute`',
  why: 'The container runtime mounts on an absolute path below the root directory; it creates no container with a mount anywhere else.',
  rule: 'The `containerPath` of each mount point and tmpfs is an absolute path below `/`; on Windows it may begin with a drive.',
  fix: 'set containerPath to an absolute path, as in /data',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  levels: ['synth'],
  avoidedBy: 'The volume parts and `linux.tmpfs` refuse such paths.',
  subject: 'task',
  needs: ['containers'],
  reads: ['operatingSystemFamily'],
  check: ({ containers, operatingSystemFamily }) => each(containers, (container) => all(
    () => each(known(container.mounts), ({ path }) => place(container, 'mountPoints', known(path), operatingSystemFamily)),
    () => each(known(container.tmpfs), ({ path }) => place(container, 'linuxParameters.tmpfs', known(path), operatingSystemFamily)),
  )),
});

function place(container: ContainerFacts, property: string, path: string | undefined, family: Fact<string>): readonly Result[] {
  if (path !== undefined && /^\/+[^/]/.test(path)) return [];
  if (path !== undefined && known(family).startsWith('WINDOWS')) return [];
  const what = path === undefined ? '(none) is needed for each mount'
    : `(${path}) ${/^\/+$/.test(path) ? 'is the root directory of the container, which it has from its image' : 'is not an absolute path'}`;
  return [{ property: ofContainer(container, property), detail: `containerPath ${what}` }];
}
