import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

const TOO_OLD = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'];

export const stoEfsPlatform = defineGotcha({
  id: 'sto-efs-platform',
  title: 'EFS where it cannot be mounted',
  consequence: 'rejected',
  symptom: '`One or more of the requested capabilities are not supported`, when the service is created; or its tasks don\'t start.',
  why: 'Fargate mounts EFS from platform version 1.4.0 on, and ECS Anywhere does not mount it at all: ECS refuses the service, or its tasks don\'t start.',
  rule: 'A Linux service on Fargate whose task mounts EFS has `platformVersion` `1.4.0` or `LATEST`, and none with EFS has launch type `EXTERNAL`.',
  fix: 'leave platformVersion out, which is the latest, or run the task on Fargate or EC2',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['task'],
  reads: ['launchType', 'onFargate', 'platformVersion'],
  check: ({ task, launchType, onFargate, platformVersion }) => !known(task.volumes).some(({ kind }) => known(kind) === 'efs') ? [] : all(
    () => {
      const version = known(platformVersion);
      // Windows counts its platform versions from 1.0.0 again.
      if (version === undefined || !TOO_OLD.includes(version) || !known(onFargate) || known(task.operatingSystemFamily) !== 'LINUX') return [];
      return [{ property: 'platformVersion', detail: `platformVersion (${version}) does not mount EFS, which needs 1.4.0 or later` }];
    },
    () => known(launchType) === 'EXTERNAL' ? [{ property: 'launchType', detail: 'launchType (EXTERNAL) does not mount EFS' }] : [],
  ),
});
