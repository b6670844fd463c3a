import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

const FORM = 'service/<cluster>/<service>';
const RESOURCE_ID = /^service\/(?:[\w-]|<name of \w+>)+\/(?:[\w-]|<name of \w+>)+$/;
const DIMENSION = 'ecs:service:DesiredCount';

export const sclWrongTarget = defineGotcha({
  id: 'scl-wrong-target',
  title: 'A scalable target for nothing that can scale',
  consequence: 'rejected',
  symptom: '`ECS service doesn\'t exist`, when the scalable target is registered.',
  why: 'Application Auto Scaling finds a service by `service/<cluster>/<service>`, both by name, and by nothing else; a daemon has no desired count.',
  rule: '`resourceId` is `service/<cluster>/<service>`, by name and in the cluster of the service, `scalableDimension` is `ecs:service:DesiredCount`, and the service is no `DAEMON`.',
  fix: `write resourceId as \`${FORM}\`, both by name, with scalableDimension ${DIMENSION}`,
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  levels: ['synth'],
  designedOut: 'Scaling parts take the service itself, and refuse a daemon.',
  subject: 'scalableTarget',
  needs: [],
  reads: ['resourceId', 'scalableDimension', 'schedulingStrategy', 'inNamedCluster'],
  check: ({ resourceId, scalableDimension, schedulingStrategy, inNamedCluster }) => all(
    () => found(!RESOURCE_ID.test(known(resourceId)), 'resourceId', `resourceId (${known(resourceId)}) is not ${FORM}, both by name`),
    () => found(known(scalableDimension) !== DIMENSION, 'scalableDimension', `scalableDimension (${known(scalableDimension)}) is not ${DIMENSION}`),
    () => known(schedulingStrategy) === 'DAEMON' ? [{
      property: 'schedulingStrategy',
      detail: 'schedulingStrategy (DAEMON) runs one task on each instance, with no count to scale',
      fix: 'remove the scalable target, or make the service a REPLICA',
    }] : [],
    () => known(inNamedCluster) ? [] : [{
      property: 'resourceId',
      detail: `resourceId (${known(resourceId)}) names another cluster than the one the service runs in`,
      fix: 'name the cluster of the service in resourceId',
    }],
  ),
});

function found(isWrong: boolean, property: string, detail: string): readonly Result[] {
  return isWrong ? [{ property, detail }] : [];
}
