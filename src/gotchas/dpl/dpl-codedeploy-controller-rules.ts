import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

export const dplCodedeployControllerRules = defineGotcha({
  id: 'dpl-codedeploy-controller-rules',
  title: 'Settings that a service deployed by CodeDeploy cannot have',
  consequence: 'rejected',
  symptom: '`Deployment circuit breaker feature is only supported with ECS deployment controller`, and the like for alarms and Service Connect.',
  why: 'Circuit breaker, deployment alarms and Service Connect belong to the ECS controller, and CodeDeploy shifts traffic between target groups: ECS refuses the service.',
  rule: 'With the controller `CODE_DEPLOY`, a service has a load balancer and the scheduling strategy `REPLICA`, and neither a circuit breaker, nor deployment alarms, nor Service Connect.',
  fix: 'use the ECS controller with strategy BLUE_GREEN, or remove the settings that CodeDeploy owns and add a load balancer to the service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html',
  levels: ['construct', 'synth'],
  designedOut: 'ECS deploys services, and has all of it; `Deployment.codeDeploy` sets what CodeDeploy takes and nothing else.',
  subject: 'service',
  needs: ['controller'],
  reads: ['circuitBreaker', 'alarms', 'serviceConnect', 'loadBalancers', 'schedulingStrategy', 'lifecycleHooks', 'taskIsPinned'],
  check: (service) => service.controller !== 'CODE_DEPLOY' ? [] : all(
    () => found(known(known(service.circuitBreaker)?.enabled) === true, 'circuitBreaker', 'circuitBreaker (enabled) is only for the ECS controller'),
    () => found(known(known(service.alarms)?.enabled) === true, 'alarms', 'deployment alarms (enabled) are only for the ECS controller'),
    () => found(known(service.serviceConnect), 'serviceConnect', 'serviceConnect (enabled) is only for the ECS controller'),
    () => withoutTraffic(known(service.loadBalancers).length),
    () => found(known(service.loadBalancers).length > 1, 'loadBalancers', `loadBalancers (${known(service.loadBalancers).length}) are more than the one that CodeDeploy shifts`, 'name one load balancer, or use the ECS controller'),
    () => found(known(service.lifecycleHooks).length > 0, 'lifecycleHooks', 'lifecycleHooks (set) are only for the ECS controller'),
    () => pinned(known(service.taskIsPinned)),
    () => found(known(service.schedulingStrategy) === 'DAEMON', 'schedulingStrategy', 'schedulingStrategy (DAEMON) is not for CodeDeploy', 'use the ECS controller, which deploys daemons'),
  ),
});

// ECS refuses it in a new service only: of one that is there, CodeDeploy owns the load balancers.
function withoutTraffic(loadBalancers: number): readonly Result[] {
  return loadBalancers > 0 ? [] : [{ property: 'loadBalancers', consequence: 'risk', detail: 'loadBalancers (none) leave CodeDeploy no traffic to shift', fix: 'add a load balancer to the service' }];
}

function pinned(isPinned: boolean | undefined): readonly Result[] {
  return !isPinned ? [] : [{
    property: 'taskDefinition',
    consequence: 'misbehaves',
    detail: 'taskDefinition (one revision) lets CloudFormation try to deploy each new one, which ECS refuses',
    fix: 'name the family alone, and deploy new revisions with CodeDeploy',
  }];
}

function found(isWrong: boolean, property: string, detail: string, fix = `remove ${property}, or use the ECS controller with strategy BLUE_GREEN`): readonly Result[] {
  return isWrong ? [{ property, detail, fix }] : [];
}
