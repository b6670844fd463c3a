import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { REQUESTS } from './metrics';

export const sclAlbMetricBluegreen = defineGotcha({
  id: 'scl-alb-metric-bluegreen',
  title: 'Requests per target of a service whose target group changes',
  consequence: 'misbehaves',
  symptom: 'After a deployment the service scales in to its minimum, however many requests there are.',
  why: 'The metric is of one target group, and every blue/green deployment moves the traffic to the other: the policy sees no requests any more and scales in under full load.',
  rule: 'A service that CodeDeploy deploys, or ECS by a strategy other than `ROLLING`, may not have a single policy that tracks `ALBRequestCountPerTarget`; one '
    + 'for each of its 2 target groups is allowed.',
  fix: 'track CPU, or the sum over both target groups with metric math',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  levels: ['synth', 'live'],
  designedOut: '`RequestCountTargetScaling` follows the requests to both target groups of a service that has two.',
  causalRank: 'none',
  subject: 'service',
  needs: ['controller', 'strategy', 'scaling'],
  check: ({ controller, strategy, scaling }) => {
    if (!scaling || (controller === 'ECS' ? strategy === 'ROLLING' : controller !== 'CODE_DEPLOY')) return [];
    const onRequests = known(scaling.policies).filter(({ kind, metric }) => known(kind) === 'target-tracking' && known(metric) === REQUESTS);
    // One for each of the two target groups sees all requests.
    if (onRequests.length !== 1) return [];
    const how = controller === 'CODE_DEPLOY' ? 'CodeDeploy' : strategy;
    return [{ property: 'scaling', detail: `scaling (${REQUESTS}) follows one target group, and a deployment by ${how} moves the traffic to another` }];
  },
});
