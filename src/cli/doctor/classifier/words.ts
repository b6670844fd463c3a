import type { GotchaWords } from '../live-check';

const GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
const MESSAGES = `${GUIDE}/service-event-messages-list.html`;
const STOPPED = `${GUIDE}/stopped-task-error-codes.html`;

/** Gotchas that only texts of AWS report. */
export const CLASSIFIED: readonly GotchaWords[] = ([
  {
    id: 'dpl-hook-failed',
    title: 'A lifecycle hook failed a deployment',
    severity: 'error',
    why: 'ECS rolls a deployment back when a hook of one of its stages fails, answers nothing that it reads, or can\'t be called.',
    fix: 'read the log of the function at the time of the deployment, put right what it objects to, and deploy again',
    docsUrl: `${GUIDE}/troubleshooting-blue-green.html`,
  },
  {
    id: 'dpl-no-quota',
    title: 'A quota of the account holds tasks back',
    severity: 'error',
    why: 'AWS limits the vCPUs of an account and region, and new accounts start small: ECS keeps trying while tasks are missing.',
    fix: 'request a higher quota for Fargate in Service Quotas, or run fewer or smaller tasks',
    docsUrl: MESSAGES,
  },
  {
    id: 'ec2-capacity-unavailable',
    title: 'EC2 has no instance of the kind that is asked for',
    severity: 'error',
    why: 'A capacity provider launches only what its requirements allow, in its subnets; EC2 may have none of it in those zones at that time.',
    fix: 'allow more instance types and zones to the capacity provider, and On-Demand beside Spot',
    docsUrl: `${GUIDE}/managed-instances-errors.html`,
  },
  {
    id: 'ec2-eni-limit',
    title: 'No network interface left on the instances',
    severity: 'error',
    why: 'In awsvpc each task takes a network interface of its instance, which has few: three, one of them its own, on a c5.large.',
    fix: 'switch on the account setting awsvpcTrunking and renew the instances, or take types with more network interfaces',
    docsUrl: `${GUIDE}/container-instance-eni.html`,
  },
  {
    id: 'ec2-host-gone',
    title: 'Instances go away under their tasks',
    severity: 'warning',
    why: 'A task ends with its instance: Spot takes it back, an Auto Scaling group scales in or replaces it, or someone stopped it.',
    fix: 'see in the activities of the Auto Scaling group why the instance ended, and switch on managed draining, so that tasks are moved first',
    docsUrl: `${GUIDE}/managed-instance-draining.html`,
  },
  {
    id: 'net-subnet-or-group-gone',
    title: 'A subnet or security group of the service is gone',
    severity: 'error',
    why: 'The service still names it: tasks that run stay as they are, and no new one gets a network interface.',
    fix: 'name subnets and security groups that are there, and deploy',
    docsUrl: `${GUIDE}/failed-to-start-error.html`,
  },
  {
    id: 'net-target-group-gone',
    title: 'The target group of the service is gone',
    severity: 'error',
    why: 'Tasks can\'t be registered, so no traffic reaches them and no deployment ends.',
    fix: 'create the target group again, name it in the service and deploy; remove it from the service before it is deleted',
    docsUrl: MESSAGES,
  },
  {
    id: 'ops-api-throttled',
    title: 'Calls that ECS makes for a service are throttled',
    severity: 'warning',
    why: 'ECS shares the request rate of other APIs with the whole account; while it is throttled, deployments and scaling take longer.',
    fix: 'spread deployments over time, and find what else calls the API that AWS names',
    docsUrl: MESSAGES,
  },
  {
    id: 'ops-aws-fault',
    title: 'AWS could not start tasks for reasons of its own',
    severity: 'error',
    why: 'Nothing in the service has to be wrong: an API of AWS failed or took too long, or an instance is broken.',
    fix: 'deploy again; if it stays, replace the container instance that the tasks were on, see the AWS Health Dashboard, and open a case',
    docsUrl: `${GUIDE}/internal-error.html`,
  },
  {
    id: 'ops-denied-by-organization',
    title: 'A policy of the organization denies what a task needs',
    severity: 'error',
    why: 'A service control policy or resource control policy of AWS Organizations denies the call, whatever the role allows.',
    fix: 'let the administrators of the organization allow the call for the role, or do without it',
    docsUrl: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  },
  {
    id: 'ops-pull-rate-limit',
    title: 'A registry refuses more pulls',
    severity: 'error',
    why: 'Docker Hub counts anonymous pulls by address, and tasks behind one NAT gateway share it.',
    fix: 'pull through a cache in ECR, or set repositoryCredentials',
    docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html',
  },
  {
    id: 'ops-unknown-stop',
    title: 'Tasks stop for a reason of their own',
    severity: 'error',
    why: 'A task ends with its first essential container; what made the container end is in its log, not in ECS.',
    fix: 'read the last log lines of the container',
    docsUrl: STOPPED,
  },
  {
    id: 'td-private-registry-credentials',
    title: 'A registry wants credentials that the container does not have',
    severity: 'error',
    why: 'ECS pulls from a registry other than ECR without signing in, unless repositoryCredentials name a secret with a user name and a password. Registries answer the same for an image that is not there.',
    fix: 'correct the name of the image if it is a public one; else put {"username": …, "password": …} into a secret, name it in repositoryCredentials, and allow the execution role to read it',
    docsUrl: `${GUIDE}/private-auth.html`,
  },
] as const).map((gotcha) => ({ ...gotcha, levels: ['live'] }));
