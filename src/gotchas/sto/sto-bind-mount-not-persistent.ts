import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

/** Folders in which databases keep data that must outlive a task. */
const DATA: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(mysql|mariadb|percona(-server)?)$/, '/var/lib/mysql'],
  [/^(postgres|postgis|pgvector|timescaledb)$/, '/var/lib/postgresql'],
  [/^mongo$/, '/data/db'],
  [/^(elasticsearch|opensearch)$/, '/usr/share/'],
  [/^rabbitmq$/, '/var/lib/rabbitmq'],
  [/^influxdb$/, '/var/lib/influxdb'],
];

export const stoBindMountNotPersistent = defineGotcha({
  id: 'sto-bind-mount-not-persistent',
  title: 'A database keeps its data in a volume that ends with the task',
  consequence: 'misbehaves',
  symptom: 'After a deployment or a crash the database is empty.',
  why: 'A volume without a file system behind it is an empty directory of one task: ECS deletes it when the task stops, with each deployment and each crash.',
  rule: 'A container with the image of a database (`mysql`, `postgres`, `mongo`, `elasticsearch`, `rabbitmq`, `influxdb` and their relatives) doesn\'t mount an '
    + 'empty volume where that database keeps its data.',
  fix: 'take a managed database, or mount EFS where the data is',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html',
  levels: ['synth', 'live'],
  avoidedBy: '`EfsMount` keeps files; `ScratchVolume` and volumes that you add to a `taskDefinition` are checked like any others.',
  subject: 'service',
  needs: ['task'],
  check: ({ task }) => {
    const containers = known(task.containers);
    const empty = new Set(known(task.volumes).filter((volume) => known(volume.kind) === 'bind' && known(volume.hostSourcePath) === undefined).map(({ name }) => known(name)));
    return empty.size === 0 ? [] : each(containers, (container) => each(known(container.mounts), (mount) => {
      const [volume, path] = [known(mount.volume), known(mount.path)];
      if (path === undefined || !empty.has(volume) || known(mount.readOnly) || !isData(repositoryOf(container.image), path)) return [];
      return [{ property: ofContainer(container, 'mountPoints'), detail: `mountPoints (${path}) keeps data in volumes[${volume}], which ends with the task` }];
    }));
  },
});

function isData(repository: string, path: string): boolean {
  const image = repository.slice(repository.lastIndexOf('/') + 1);
  return DATA.some(([database, directory]) => database.test(image) && path.startsWith(directory) && (directory !== '/usr/share/' || /\/data\/?$/.test(path)));
}
