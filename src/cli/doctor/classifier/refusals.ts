import { classify } from './classify';
import { catalogue } from '../../../gotchas/catalogue.generated';

/** A request that ECS, CodeDeploy or another API refuses, by its words. */
interface Refusal {
  readonly when: RegExp;
  /** The gotcha about it. */
  readonly id?: string;
  /** @default - that of the gotcha */
  readonly fix?: string;
}

const REFUSALS: readonly Refusal[] = [
  { when: /not authorized to perform: iam:PassRole(?!.*launch instance)/i, fix: 'allow iam:PassRole on the role that AWS names to the principal that deploys, such as the role of CloudFormation' },
  { when: /rate exceeded|throttlingexception|HandlerErrorCode: Throttling/i, id: 'ops-api-throttled', fix: 'deploy again, with fewer stacks at the same time' },
  // CodeDeploy.
  { when: /primary task ?set target group must be behind/i, id: 'dpl-traffic-put-back', fix: 'forward the production listener to the target group of the primary task set again, and leave its target group out of later stack updates: a stack update or a person has put it back' },
  { when: /codedeploy does not have the permissions required to assume/i, id: 'iam-trust-policy', fix: 'let codedeploy.amazonaws.com assume the role in its trust policy, and attach AWSCodeDeployRoleForECS to it' },
  { when: /CODE_DEPLOY deployment controller/i, id: 'dpl-codedeploy-controller-rules', fix: 'deploy it with CodeDeploy: with that controller, a stack update may only change the desired count, the deployment configuration and the grace period' },
  { when: /waiting for a notification to continue/i, fix: 'continue the deployment in time with aws deploy continue-deployment --deployment-wait-type READY_WAIT, or let the deployment group reroute the traffic at once' },
  { when: /does not give you permission to perform operations in the following AWS service: AWSLambda/i, fix: 'allow lambda:InvokeFunction on the functions of the hooks to the service role of CodeDeploy' },
  { when: /waiting for a status callback/i, fix: 'let the function of the hook call PutLifecycleEventHookExecutionStatus within an hour, and allow codedeploy:PutLifecycleEventHookExecutionStatus to its role' },
  { when: /lifecycle event validation functions failed/i, fix: 'read the log of the function of the hook at the time of the deployment, and repair what it rejects' },
  { when: /use AllAtOnce traffic routing/i, fix: 'use CodeDeployDefault.ECSAllAtOnce, the only configuration for a Network Load Balancer, or an Application Load Balancer' },
  // Services.
  { when: /did not have a container port|containers? (?:\S+ )?(?:does|did) not exist in the task definition/i, id: 'net-lb-container-port-missing', fix: 'name a container of the task definition and a port that it maps, in the load balancer of the service and in the AppSpec file of CodeDeploy' },
  { when: /incompatible with the \S+ network mode|has target type/i, id: 'net-target-type-mismatch' },
  { when: /dynamic host port, but the target group/i, id: 'net-dynamic-port-health-check' },
  { when: /assume the service linked role/i, id: 'iam-service-linked-role', fix: 'create the role with aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com, and deploy again' },
  { when: /you must force a new deployment/i, id: 'dpl-launch-type-and-strategy', fix: 'set forceNewDeployment in the service, or replace the service, to change its launch type or capacity provider strategy' },
  { when: /both .*launch ?type and .*capacity ?provider|launch ?type (?:and|or) (?:a )?capacity ?provider strategy/i, id: 'dpl-launch-type-and-strategy' },
  { when: /capacity provider .*(?:not associated|was not found|not valid for the cluster)/i, id: 'ec2-provider-not-associated' },
  { when: /advancedConfiguration|alternateTargetGroup|duplicate targetGroupArn|strictly either ELBv1/i, id: 'dpl-bluegreen-wiring', fix: 'set advancedConfiguration with alternateTargetGroupArn, productionListenerRule and roleArn on each load balancer of the service, each with target groups of its own' },
  { when: /network configuration must be provided|network configuration is not (?:valid|supported)/i, id: 'net-network-config-mode' },
  { when: /creation of service was not idempotent/i, fix: 'choose another name, import the service of that name into the stack, or delete it: there is one already' },
  { when: /target groups? .*not found/i, id: 'net-target-group-gone' },
  { when: /service (?:was |is )?not active|ServiceNotActive/i, fix: 'create the service again: it was deleted outside of the stack' },
  { when: /still draining/i, id: 'ops-service-draining', fix: 'wait until the deleted service of that name is INACTIVE, and deploy again' },
  { when: /role was passed, but no load balancers/i, fix: 'remove the role of the service: only a service with a load balancer takes one' },
  { when: /long arn format|new arn and resource id format/i, fix: 'switch on the account setting serviceLongArnFormat, or leave out the tags of the service' },
  { when: /cluster not found|referenced cluster was (?:inactive|not found)/i, fix: 'create the cluster again, or name one that is there: what depends on it must be deployed after it' },
  { when: /concurrent attempts to create a new deployment/i, fix: 'wait until the deployment under way has begun, and deploy again' },
  { when: /unexpected number of separators|invalid identifier/i, fix: 'name the cluster, service or task definition by its name or by the ARN of its own kind' },
  // Task definitions.
  { when: /max allowed length is '65536'/i, id: 'td-limits', fix: 'make the task definition shorter, which has at most 64 KiB: move long environment variables and commands into files, secrets or the image' },
  { when: /proxy container .*does not exist/i, fix: 'name a container of the task definition in proxyConfiguration, or remove that' },
  { when: /configured with the awsfirelens log driver/i, id: 'log-firelens-router', fix: 'set the log driver awsfirelens for one container at least, or remove the log router' },
  { when: /constraint\.expression/i, fix: 'correct the expression of the placement constraint, as in attribute:ecs.instance-type == m5.large' },
  { when: /container stop ?timeout|container start ?timeout|stopTimeout|startTimeout/i, id: 'td-stop-timeout-range' },
  { when: /no fargate configuration exists/i, id: 'td-fargate-size-pair' },
  { when: /platform version does not satisfy|does not support launch_type FARGATE|only supports network mode .awsvpc/i, id: 'td-fargate-not-declared', fix: 'set platformVersion to LATEST, and requiresCompatibilities, cpu, memory and networkMode of the task definition as Fargate requires' },
  { when: /platform version does not exist/i, id: 'ops-platform-version-retired' },
  // Capacity.
  { when: /capacity provider is in use/i, fix: 'delete the services and tasks that use the capacity provider first, and wait until they are gone: a deleted service drains for a while' },
  { when: /ECSInfrastructureRole/i, id: 'iam-infrastructure-role-missing', fix: 'let ecs.amazonaws.com assume the infrastructure role in its trust policy, attach the managed policy of AWS for its use, and create the resource after both' },
];

/** Fix for a text of AWS, whether an API refuses a request with it or a task fails with it; `undefined` if it is not known. */
export function fixOf(text: string): string | undefined {
  const refusal = REFUSALS.find(({ when }) => when.test(text));
  if (refusal) return refusal.fix ?? ofGotcha(refusal.id);
  const meaning = classify(text);
  return meaning === undefined || meaning === 'unknown' || meaning.isVague ? undefined : meaning.fix ?? ofGotcha(meaning.id);
}

function ofGotcha(id: string | undefined): string | undefined {
  return catalogue.find((gotcha) => gotcha.id === id)?.fix;
}
