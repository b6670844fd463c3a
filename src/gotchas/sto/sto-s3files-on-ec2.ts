import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { ofVolume } from '../naming';

const INSTANCES = ['EC2', 'EXTERNAL'];

export const stoS3filesOnEc2 = defineGotcha({
  id: 'sto-s3files-on-ec2',
  title: 'S3 Files for tasks on EC2 instances',
  consequence: 'never-works',
  symptom: 'Tasks stop at launch, before a container starts.',
  why: 'S3 Files is available on Fargate and on Managed Instances. A task with such a volume fails at launch on EC2 instances.',
  rule: 'A service whose task has a volume of S3 Files does not have the launch type `EC2` or `EXTERNAL`, and its task definition is not for those two alone.',
  fix: 'run the service on Fargate or on Managed Instances, or mount EFS',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'service',
  needs: ['task'],
  reads: ['launchType'],
  check: ({ task, launchType }) => {
    const [volume] = known(task.volumes).filter(({ kind }) => known(kind) === 's3files');
    if (!volume) return [];
    const type = known(launchType);
    const compatible = known(task.requiresCompatibilities);
    const isOnInstances = INSTANCES.includes(type ?? '') || (compatible.length > 0 && compatible.every((one) => INSTANCES.includes(one)));
    return isOnInstances
      ? [{ property: ofVolume(volume.name, 's3filesVolumeConfiguration'), detail: `${ofVolume(volume.name)} (S3 Files) is not available on ${type ?? compatible.join(', ')}` }]
      : [];
  },
});
