import { faultOfAws } from '../common';
import type { FailureText } from '../failure-text';
import type { Meaning, Subject } from '../meaning';

const ILL = {
  id: 'net-health-check-misfit',
  means: 'fail the health check of their target group',
  why: 'ECS replaces a task whose target is unhealthy once the grace period is over.',
  fix: 'correct path, port and codes of the health check, open the port to the load balancer, and let healthCheckGracePeriodSeconds cover the start',
};
const CONTAINER_ILL: Meaning = {
  id: 'dep-startup-longer-than-check',
  means: 'fail their container health check',
  why: 'As many failures in a row as retries end the task: the application answers late or not at all, or the image lacks what the command calls.',
  fix: 'run the command of the health check in the image, and set a startPeriod for a slow start',
};
const NO_TARGET_GROUP: Meaning = { id: 'net-target-group-gone', means: 'can\'t be registered, since their target group is gone' };

/** The health of a task, and what registers it. */
export const HEALTH: readonly Subject[] = [
  { is: /failed container health checks|unhealthy in \(?service-registry/i, causes: [], otherwise: CONTAINER_ILL },
  {
    is: /service-registry|service registry|(?<!network )namespace/i,
    causes: [
      { when: /not ?found|does not exist/i, meaning: { id: 'sd-namespace-gone', means: 'can\'t be registered, since their Cloud Map service or namespace is gone', fix: 'create the Cloud Map service or namespace again and name it in the service, or remove it from the service' } },
      { when: /not authorized|accessdenied/i, meaning: { id: 'iam-service-linked-role', means: 'can\'t be registered in Cloud Map, since ECS may not do it', fix: 'restore AWSServiceRoleForECS with aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com, and remove any denial of servicediscovery from the policies of the organization' } },
      { when: /limit|quota/i, meaning: { id: 'dpl-no-quota', means: 'can\'t be registered in Cloud Map, since a service there has as many instances as it may', fix: 'request a higher quota for instances per service in Service Quotas, or run fewer tasks' } },
    ],
    otherwise: 'unknown',
  },
  { is: /associated load balancer/i, causes: [], otherwise: { id: 'net-target-group-unattached', means: 'have a target group that no listener leads to', fix: 'forward to the target group from a listener or a rule, and deploy' } },
  { is: /TARGET GROUP IS NOT FOUND/i, causes: [], otherwise: NO_TARGET_GROUP },
  {
    is: /failed to (?:de)?register|failed to describe target/i,
    causes: [
      { when: /target groups? .*not ?found/i, meaning: NO_TARGET_GROUP },
      { when: /internal (?:failure|error|server)|service ?unavailable/i, meaning: faultOfAws('can\'t be registered, for a fault of Elastic Load Balancing') },
      { when: /not in the target group VPC|different VPC|outside .*VPC|not within the VPC|InvalidTarget/i, meaning: { id: 'net-target-type-mismatch', means: 'can\'t be registered, since their target group is in another VPC', fix: 'create the target group in the VPC of the tasks, or of the instances they run on' } },
      { when: /toomanytargets|limit/i, meaning: { id: 'dpl-no-quota', means: 'can\'t be registered, since the target group or load balancer has as many targets as it may', fix: 'request a higher quota for targets in Service Quotas' } },
      { when: /not authorized|accessdenied/i, meaning: { id: 'iam-service-linked-role', means: 'can\'t be registered, since ECS may not do it', fix: 'allow the action to the role that ECS works as, and remove any denial of it from the policies of the organization' } },
    ],
    otherwise: 'unknown',
  },
  {
    is: /failed elb health checks|unhealthy in|not healthy in/i,
    causes: [
      { when: /availability zone/i, meaning: { id: 'net-lb-az-not-enabled', means: 'get no traffic in a zone that the load balancer is not in', fix: 'add a subnet in each zone of the service to the load balancer' } },
      { when: /codes?: \[/i, meaning: wrongCode },
      { when: /internal error/i, meaning: faultOfAws('are not checked, for a fault of Elastic Load Balancing', 'wait, as the fault is on the side of AWS; if it stays, see the AWS Health Dashboard and open a case') },
      { when: /timed out|timeout/i, meaning: { ...ILL, means: 'don\'t answer the health check of their target group in time', fix: 'open the port to the security group of the load balancer, let the container listen on 0.0.0.0, or raise the timeout of the health check' } },
    ],
    otherwise: ILL,
  },
];

function wrongCode({ text }: FailureText): Meaning {
  const code = /codes?: \[([\d, ]+)\]/i.exec(text)?.[1] ?? '';
  return {
    ...ILL,
    means: `answer the health check of their target group with ${code}`,
    fix: Number(code) >= 500
      ? `see why the application answers ${code}; if it needs time to start, let healthCheckGracePeriodSeconds cover that`
      : `correct the path of the health check, or the codes it accepts as healthy: it got ${code}`,
  };
}
