import { known } from '../../facts/fact';
import { all, defineGotcha, each } from '../definition';
import { ofVolume } from '../naming';

export const stoS3filesNeedsTaskRole = defineGotcha({
  id: 'sto-s3files-needs-task-role',
  title: 'S3 Files without a task role, or with two root directories',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about S3 Files.',
  why: 'ECS mounts S3 Files as the task role, and an access point brings the root directory with it; a task definition with an S3 Files volume must have a task role.',
  rule: 'A task definition with a volume of S3 Files has a task role. Beside an access point `rootDirectory` is `/` or left out.',
  fix: 'set taskRole to a role that may mount the file system, and leave rootDirectory out beside an access point',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html',
  levels: ['synth', 'live'],
  avoidedBy: '`S3FilesMount` grants the task role what the mount needs; volumes that you add to a `taskDefinition` are checked like any others.',
  subject: 'task',
  needs: ['volumes'],
  reads: ['taskRole'],
  check: ({ volumes, taskRole }) => each(volumes, ({ name, s3Files: fact }) => {
    const s3Files = known(fact);
    if (s3Files === undefined) return [];
    return all(
      () => known(taskRole) !== undefined ? [] : [{ property: 'taskRole', detail: `taskRole (none) is needed to mount ${ofVolume(name)}, which is S3 Files` }],
      () => {
        const directory = known(s3Files.rootDirectory) ?? '/';
        return directory === '/' || !known(s3Files.hasAccessPoint) ? [] : [{
          property: ofVolume(name, 's3filesVolumeConfiguration.rootDirectory'),
          detail: `rootDirectory (${directory}) stands beside an access point, which has a root directory of its own`,
          fix: 'remove rootDirectory, and set the path on the access point',
        }];
      },
    );
  }),
});
