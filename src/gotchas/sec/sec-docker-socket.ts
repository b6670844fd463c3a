import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

/** The socket of the container runtime, and directories that have it or everything in them. */
const SOCKET = /^\/(var\/)?run\/(docker|containerd\/containerd)\.sock$/;
const AROUND = /^(\/|\/var|(\/var)?\/run|\/etc|\/root|\/proc)$/;

export const secDockerSocket = defineGotcha({
  id: 'sec-docker-socket',
  title: 'A container controls the container runtime of its instance',
  consequence: 'risk',
  symptom: 'Containers on the instance that ECS didn\'t start; or nothing, until an intruder gets in.',
  why: 'A process that writes to the socket starts containers with every right on the instance, and one with its root directory reads or changes its files: keys, logs, other tasks.',
  rule: 'No volume has the `sourcePath` `/var/run/docker.sock`, that of containerd, or a directory around them: `/`, `/var`, `/run`, `/var/run`, `/etc`, '
    + '`/root`, `/proc`. A directory that all containers mount read-only is worth knowing only.',
  fix: 'mount the one directory that the container needs, read-only where it only reads',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'task',
  needs: ['volumes'],
  reads: ['containers'],
  check: ({ volumes, containers }) => each(volumes, (volume) => {
    const path = known(volume.hostSourcePath)?.replace(/(.)\/+$/, '$1');
    if (path === undefined || !(SOCKET.test(path) || AROUND.test(path))) return [];
    const name = known(volume.name);
    const mounts = known(containers).flatMap((container) => known(container.mounts)).filter((mount) => known(mount.volume) === name);
    // A socket takes orders however it is mounted.
    const isReadOnly = !SOCKET.test(path) && mounts.every((mount) => known(mount.readOnly));
    return [{
      property: `volumes[${name}].host.sourcePath`,
      consequence: isReadOnly ? 'worth-knowing' : 'risk',
      detail: `sourcePath (${path}) exposes the instance to its containers${isReadOnly ? ' to read' : ''}`,
    }];
  }),
});
