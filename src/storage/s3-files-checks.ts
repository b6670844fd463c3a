import type { S3FilesMountProps } from './s3-files-mount';
import { isOnFargate, isWindows } from '../tasks/task-platform';
import { checkText } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';
import { stoS3filesOnEc2 } from '../gotchas/sto/sto-s3files-on-ec2';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html';
const FILE_SYSTEM = /^arn:[^:]+:s3files:[^:]*:[^:]*:file-system\/fs-[^/]+$/;
const ACCESS_POINT = /^arn:[^:]+:s3files:[^:]*:[^:]*:file-system\/fs-[^/]+\/access-point\/fsap-[^/]+$/;

/** Throws for a file system that the task can't mount. */
export function checkS3FilesMount(at: string, { task, fileSystemArn, accessPointArn }: S3FilesMountProps): void {
  checkText(at, 'fileSystemArn', fileSystemArn, FILE_SYSTEM, 'be a full ARN: arn:aws:s3files:<region>:<account>:file-system/fs-…', DOCS);
  checkText(at, 'accessPointArn', accessPointArn, ACCESS_POINT, 'be a full ARN: arn:aws:s3files:<region>:<account>:file-system/fs-…/access-point/fsap-…', DOCS);
  if (!isOnFargate(task) || isWindows(task.taskDefinition)) {
    refuse({
      headline: `task runs on ${isOnFargate(task) ? 'Windows' : 'EC2 instances'}, which S3 Files is not available on`,
      gotcha: stoS3filesOnEc2,
      at,
      property: 'task',
      fix: 'run the task with Linux on Fargate, or use an EfsMount',
      docs: DOCS,
    });
  }
  if (task.connections.securityGroups.length > 0) return;
  refuse({
    headline: 'task has no security group, so no rule can let it reach the file system on port 2049',
    at,
    property: 'task',
    fix: 'pass the securityGroups of the task to EcsTask.fromTaskDefinition',
    docs: DOCS,
  });
}
