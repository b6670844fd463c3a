import type { ContainerFacts } from '../../facts/container';
import { known, knownOf } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

/** Folders that the agent behind ECS Exec writes to. */
const EXEC_PATHS = ['/var/lib/amazon', '/var/log/amazon'];

/** Folders that widespread public images write to by default. */
const WRITERS: ReadonlyArray<readonly [string, RegExp, readonly string[]]> = [
  ['nginx', /^((docker\/)?library\/|nginx\/)?nginx$/, ['/var/cache/nginx', '/var/run']],
  ['httpd', /^((docker\/)?library\/)?httpd$/, ['/usr/local/apache2/logs']],
];

export const tdReadonlyRootBreaksWriters = defineGotcha({
  id: 'td-readonly-root-breaks-writers',
  title: 'A read-only root file system under something that writes to it',
  consequence: 'misbehaves',
  symptom: '`Read-only file system` in the logs, or `TargetNotConnectedException` from `aws ecs execute-command`.',
  why: 'The agent behind ECS Exec can\'t start on a read-only root file system, and programs that write beside themselves stop.',
  rule: 'With `readonlyRootFilesystem`, a volume or tmpfs that can be written to is at `/var/lib/amazon` and `/var/log/amazon` for ECS Exec, at `/var/cache/nginx` and `/var/run` for nginx, at `/usr/local/apache2/logs` for httpd.',
  fix: 'mount a volume or a tmpfs where it writes, or leave one of the two out',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['task'],
  reads: ['executeCommand'],
  check: ({ task, executeCommand }) => each(known(task.containers), (container) => !known(container.readonlyRootFilesystem) ? [] : all(
    () => known(executeCommand) ? missing(container, EXEC_PATHS, 'ECS Exec') : [],
    () => known(container.image.inPrivateEcr) ? [] : each(WRITERS, ([name, image, paths]) =>
      image.test(repositoryOf(container.image)) ? missing(container, paths, name) : []),
  )),
});

function missing(container: ContainerFacts, paths: readonly string[], writer: string): readonly Result[] {
  const mounts = known(container.mounts).filter((mount) => !known(mount.readOnly)).map((mount) => known(mount.path) ?? '');
  const writable = [...mounts, ...knownOf(known(container.tmpfs).map(({ path }) => path)).map((path) => path ?? '')];
  const closed = paths.filter((path) => !writable.some((place) => place === '/' || isAtOrUnder(path, place) || isAtOrUnder(place, path)));
  return closed.length === 0 ? [] : [{
    property: ofContainer(container, 'readonlyRootFilesystem'),
    detail: `readonlyRootFilesystem (true) keeps ${writer} from writing to ${closed.join(' and ')}`,
    fix: `mount a volume or a tmpfs at ${closed.join(' and ')}, or leave readonlyRootFilesystem out`,
  }];
}

function isAtOrUnder(path: string, place: string): boolean {
  const directory = place.replace(/\/$/, '');
  return path === directory || path.startsWith(`${directory}/`);
}
