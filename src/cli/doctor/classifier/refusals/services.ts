import type { Refusal } from './refusal';

const ROLE_OF_SERVICE = { id: 'iam-service-linked-role', fix: 'remove role from the service: ECS uses AWSServiceRoleForECS' };

/** Refusals of a service, or of what a service refers to. */
export const SERVICES: readonly Refusal[] = [
  // Roles.
  { when: /(?:assume|ecs) (?:the )?service[ -]linked role|service[ -]linked role .*(?:not exist|missing)/i, id: 'iam-service-linked-role', fix: 'create the role with aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com, and deploy again' },
  { when: /role was passed, but no load balancers|IAM roles? (?:are|is) only valid for services|cannot specify an IAM role for services/i, ...ROLE_OF_SERVICE },
  { when: /valid taskRoleArn/i, id: 'ops-exec-not-usable', fix: 'set a task role in the task definition with the four actions of ssmmessages, or leave enableExecuteCommand out' },
  // Load balancers.
  { when: /did not have a container port|containers? (?:\S+ )?(?:does|did) not exist in the task definition/i, id: 'net-lb-container-port-missing', fix: 'name a container of the task definition and a port that it maps, in the load balancer of the service and in the AppSpec file of CodeDeploy' },
  { when: /incompatible with the \S+ network mode|has target type/i, id: 'net-target-type-mismatch' },
  { when: /dynamic host port, but the target group/i, id: 'net-dynamic-port-health-check' },
  { when: /target group arn and load balancer name cannot both be blank/i, fix: 'set targetGroupArn in each load balancer of the service: a variable or reference for it was empty' },
  { when: /health check grace period (?:is|are) only|healthCheckGracePeriod.*(?:only|not) .*load balancer/i, fix: 'remove healthCheckGracePeriodSeconds, or register the service in a target group: it takes effect with a load balancer only' },
  { when: /advancedConfiguration|alternateTargetGroup|duplicate targetGroupArn|strictly either ELBv1/i, id: 'dpl-bluegreen-wiring', fix: 'set advancedConfiguration with alternateTargetGroupArn, productionListenerRule and roleArn on each load balancer of the service, each with target groups of its own' },
  { when: /target groups? .*not found/i, id: 'net-target-group-gone' },
  // Launch type and capacity.
  { when: /you must force a new deployment/i, id: 'dpl-launch-type-and-strategy', fix: 'set forceNewDeployment in the service, or replace the service, to change its launch type or capacity provider strategy' },
  { when: /both .*launch ?type and .*capacity ?provider|launch ?type (?:and|or) (?:a )?capacity ?provider strategy/i, id: 'dpl-launch-type-and-strategy' },
  { when: /placement (?:constraints?|strateg(?:y|ies)) (?:are|is) not (?:supported|valid)|placement (?:constraints?|strateg(?:y|ies)) .*(?:fargate|daemon)|(?:fargate|daemon).* not .*placement/i, fix: 'remove placementConstraints and placementStrategies: Fargate and daemons choose their place themselves' },
  { when: /(?:set|specif\w+|valid|supported)\b.*platform ?version.*EC2|platform ?version .*(?:launch type|EC2)/i, fix: 'remove platformVersion: only tasks on Fargate have one' },
  { when: /platform version does not exist/i, id: 'ops-platform-version-retired' },
  { when: /platform version does not satisfy|does not support launch_?type FARGATE|only supports network mode .awsvpc/i, id: 'td-fargate-not-declared', fix: 'set platformVersion to LATEST, and requiresCompatibilities, cpu, memory and networkMode of the task definition as Fargate requires' },
  // Network.
  { when: /subnets? can ?not be empty/i, id: 'net-network-config-mode', fix: 'name at least one subnet in networkConfiguration of the service: a variable or lookup for them was empty' },
  { when: /network configuration must be provided|network configuration is not (?:valid|supported)/i, id: 'net-network-config-mode' },
  // Service Connect.
  { when: /service ?connect.*(?:alias|discovery ?name).*(?:already|duplicate|in use|unique)|(?:alias|discovery ?name).*already.*service ?connect/i, id: 'sc-alias-taken' },
  // Deployments.
  { when: /service registr.* ROLLING/i, fix: 'use the strategy ROLLING, or remove serviceRegistries, and name the service by Service Connect' },
  { when: /max(?:imum)? running tasks .*(?:greater|more) than|minimumHealthyPercent.*maximumPercent|maximumPercent.*minimumHealthyPercent/i, id: 'dpl-percent-deadlock', fix: 'raise maximumPercent above minimumHealthyPercent, so that one task at least can start or stop' },
  { when: /availability ?zone ?rebalancing/i, id: 'dpl-az-rebalancing-off', fix: 'raise maximumPercent above 100, or set availabilityZoneRebalancing to DISABLED' },
  { when: /(?:circuit breaker|alarm based rollback|service connect) feature is only supported/i, id: 'dpl-codedeploy-controller-rules', fix: 'use the deployment controller ECS, or remove the setting: the others do not have it' },
  // The service itself.
  { when: /service (?:was |is )?not active|ServiceNotActive/i, fix: 'create the service again: it was deleted outside of the stack' },
  { when: /still draining/i, id: 'ops-service-draining', fix: 'wait until the deleted service of that name is INACTIVE, and deploy again' },
  { when: /cannot be stopped while .*scaled above 0|primary deployment .*scaled above/i, fix: 'scale the service to 0 first, or delete it with aws ecs delete-service --force' },
  { when: /long arn format|new arn and resource id format/i, fix: 'switch on the account setting serviceLongArnFormat, or leave out the tags of the service' },
  { when: /cluster (?:was )?not found|referenced cluster was (?:inactive|not found)/i, fix: 'create the cluster again, or name one that is there: what depends on it must be deployed after it' },
  { when: /unexpected number of separators|invalid identifier|arn provided is invalid|AccountIDs mismatch/i, fix: 'name the cluster, service or task definition by its name or by the ARN of its own kind' },
];
