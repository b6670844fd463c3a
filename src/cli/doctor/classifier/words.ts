import type { GotchaWords } from '../live-check';

const MESSAGES = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html';
const STOPPED = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html';

/** Gotchas that only the words of AWS tell of. */
export const CLASSIFIED: readonly GotchaWords[] = [
  {
    id: 'dpl-no-quota',
    title: 'A quota of the account holds tasks back',
    severity: 'error',
    why: 'Fargate limits the vCPUs of an account and region, and new accounts start small: ECS keeps trying while tasks are missing.',
    fix: 'request a higher quota for Fargate in Service Quotas, or run fewer or smaller tasks',
    docsUrl: MESSAGES,
    levels: ['live'],
  },
  {
    id: 'ec2-eni-limit',
    title: 'No network interface left on the instances',
    severity: 'error',
    why: 'In awsvpc each task takes a network interface of its instance, which has few: three, one of them its own, on a c5.large.',
    fix: 'switch on the account setting awsvpcTrunking and renew the instances, or take types with more network interfaces',
    docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html',
    levels: ['live'],
  },
  {
    id: 'ops-api-throttled',
    title: 'Calls that ECS makes for a service are throttled',
    severity: 'warning',
    why: 'ECS shares the request rate of other APIs with the whole account; while it is throttled, deployments and scaling take longer.',
    fix: 'spread deployments over time, and find what else calls the API that the event names',
    docsUrl: MESSAGES,
    levels: ['live'],
  },
  {
    id: 'ops-pull-rate-limit',
    title: 'Docker Hub refuses more pulls',
    severity: 'error',
    why: 'Docker Hub counts anonymous pulls by address, and tasks behind one NAT gateway share it.',
    fix: 'pull through a cache in ECR, or give repositoryCredentials',
    docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html',
    levels: ['live'],
  },
  {
    id: 'ops-unknown-stop',
    title: 'Tasks stop for a reason of their own',
    severity: 'error',
    why: 'A task ends with its first essential container; what made the container end is in its log, not in ECS.',
    fix: 'read the last log lines of the container',
    docsUrl: STOPPED,
    levels: ['live'],
  },
];
