import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const netTooManyTargetGroups = defineGotcha({
  id: 'net-too-many-target-groups',
  title: 'More target groups than a service can have',
  consequence: 'rejected',
  symptom: '`load balancers can have at most 5 items`, when the service is created.',
  why: 'ECS refuses a service with more than five target groups, and one that CodeDeploy deploys with more than one.',
  rule: 'A service names 5 target groups at most, and 1 with the deployment controller `CODE_DEPLOY`.',
  fix: 'register in at most five target groups, and put the rest of the ports behind rules of one of them or in another service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html',
  levels: ['synth'],
  avoidedBy: 'A web service has one ingress; each `AdditionalTarget` adds a target group.',
  subject: 'service',
  needs: ['loadBalancers'],
  reads: ['controller'],
  check: ({ loadBalancers, controller }) => all(
    () => loadBalancers.length > 5 ? [{ property: 'loadBalancers', detail: `loadBalancers (${loadBalancers.length}) are more than the five that ECS allows` }] : [],
    () => loadBalancers.length > 1 && loadBalancers.length <= 5 && known(controller) === 'CODE_DEPLOY' ? [{
      property: 'loadBalancers',
      detail: `loadBalancers (${loadBalancers.length}) are more than the one that CodeDeploy shifts traffic of`,
      fix: 'keep one target group, or deploy with the ECS controller',
    }] : [],
  ),
});
