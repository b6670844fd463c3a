import { version as cdkVersion } from 'aws-cdk-lib/package.json';
import { errorsIn } from './errors-in';
import { snippetsOf, type Snippet } from './readme-snippets';
import { devDependencies } from '../../package.json';

process.env.CDK_VALIDATION = 'false';
process.env.JSII_DEPRECATED = 'quiet';

/** Snippets of the documentation that ECS refuses or undoes. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  // Fargate sells 512 CPU units with 1024 MiB or more.
  'aws-ecs: Task definitions': ['td-fargate-size-pair'],
  // A reference of an image has no slash in front.
  'aws-ecs: CloudMap Service Discovery': ['td-image-reference-form'],
  // Shared memory and swap are for instances.
  'aws-ecs: Linux parameters': ['td-fargate-unsupported-params'],
  // In public subnets, without public IP addresses.
  'aws-ecs: Availability Zone rebalancing': ['net-no-egress-path'],
  'aws-ecs-patterns: Add Schedule-Based Auto-Scaling to an ApplicationLoadBalancedFargateService': ['scl-desired-count-reset'],
  'aws-ecs-patterns: Add Metric-Based Auto-Scaling to an ApplicationLoadBalancedFargateService': ['scl-desired-count-reset'],
  // Its certificate is one of us-east-1, and the stack here is in eu-west-1.
  'aws-ecs-patterns: Set TLS for NetworkLoadBalancedFargateService / NetworkLoadBalancedEc2Service': ['net-certificate-region'],
  // A weight that is left out is 0.
  'aws-ecs-patterns: Set capacityProviderStrategies for QueueProcessingEc2Service': ['ec2-capacity-provider-weights'],
};

/** Snippets that are only a part of an app, or that the CDK itself refuses, with its message. */
const NO_APPS: ReadonlyArray<readonly [heading: string, message: string]> = [
  ['aws-ecs: Clusters', 'The provided launch template does not expose or does not define its role.'],
  ['aws-ecs: Environment variables', 'Cannot find asset at'],
  ['aws-ecs: Enable Fault Injection', 'Only AWS_VPC and HOST Network Modes are supported for enabling Fault Injection'],
  ['aws-ecs: Service', 'Supplied TaskDefinition is not configured for compatibility with ECS Anywhere cluster'],
  ['aws-ecs: Service', 'Supplied TaskDefinition is not configured for compatibility with ECS Anywhere cluster'],
  ['aws-ecs: Deployment alarms', 'all deployment alarms on an ECS service must have the same AlarmBehavior.'],
  ['aws-ecs: Include an application/network load balancer', "No container named 'MyContainer'."],
  ['aws-ecs: Include an application/network load balancer', "No container named 'web'."],
  ['aws-ecs: Include a classic load balancer', 'Cannot use a Classic Load Balancer if NetworkMode is AwsVpc.'],
  ['aws-ecs: Include a classic load balancer', "No container named 'MyContainer'."],
  ['aws-ecs: Task Auto-Scaling', 'The TargetGroup needs to be attached to a LoadBalancer'],
  ['aws-ecs: Integration with CloudWatch Events', 'Cannot find image directory at'],
  ['aws-ecs: IAM Roles Setup', 'MustBeManagedInstancesCapacity: '],
  ['aws-ecs: Note: Service Replacement When Migrating from LaunchType to CapacityProviderStrategy', 'nothing is given for ecs.ManagedInstancesCapacityProvider'],
  ['aws-ecs: Elastic Inference Accelerators', "Resource value device1 in container definition doesn't match"],
  ['aws-ecs: Amazon ECS Service Connect', 'Can only add default namespace once.'],
  ['aws-ecs: ServiceManagedVolume', 'ValidationFailedWithErrors: '],
  ['aws-ecs: Enable pseudo-terminal (TTY) allocation', 'ValidationFailedWithErrors: '],
  ['aws-ecs: Disable service container image version consistency', 'ValidationFailedWithErrors: '],
  ['aws-ecs: Specify a container ulimit', 'ValidationFailedWithErrors: '],
  ['aws-ecs: ECS Native Blue/Green Deployment', "No container named 'nginx'."],
  ['aws-ecs: Linear Deployment', "No container named 'web'."],
  ['aws-ecs: Canary Deployment', "No container named 'web'."],
  ['aws-ecs: Daemon Scheduling Strategy', 'Supplied TaskDefinition is not configured for compatibility with ECS Anywhere cluster'],
  ['aws-ecs-patterns: Configure HTTPS on an ApplicationLoadBalancedFargateService', 'You can only specify either vpc or cluster.'],
  ['aws-ecs-patterns: Set taskSubnets and securityGroups for QueueProcessingFargateService', "There are no 'Isolated' subnet groups in this VPC."],
  ['aws-ecs-patterns: Set a custom container-level Healthcheck for QueueProcessingFargateService', 'MustBeIntervalBetweenSeconds: '],
  ['aws-ecs-patterns: Select idleTimeout for ApplicationMultipleTargetGroupsFargateService', "There is already a Construct with name 'HostedZone'"],
  ['aws-ecs-patterns: Set health checks for ApplicationMultipleTargetGroupsFargateService', "There is already a Construct with name 'HostedZone'"],
  ['aws-ecs-patterns: Deploy application and metrics sidecar', 'You can only specify either vpc or cluster.'],
  ['aws-ecs-patterns: Propagate Tags from task definition for ScheduledFargateTask', 'You must specify one of: taskDefinition or image'],
  ['aws-ecs-patterns: Application Load Balancer', "There is already a Construct with name 'myService'"],
  ['aws-ecs-patterns: Network Load Balancer', 'ValidationFailedWithErrors: '],
];

interface Tried {
  readonly heading: string;
  /** The errors of the rule pack, or the reason why there is no app to check. */
  readonly errors?: readonly string[];
  readonly failure?: string;
}

function tried({ heading, build }: Snippet): Tried {
  try {
    return { heading, errors: errorsIn(build) };
  } catch (error) {
    return { heading, failure: (error as Error).message };
  }
}

const ALL = [...snippetsOf('aws-ecs'), ...snippetsOf('aws-ecs-patterns')].map(tried);
const SYNTHESIZED = ALL.flatMap(({ heading, errors }) => (errors ? [[heading, errors] as const] : []));

test('most snippets synthesize', () => {
  expect(SYNTHESIZED.length).toBeGreaterThan(110);
});

// Older READMEs have other snippets, and older versions refuse others.
const isNewest = cdkVersion === devDependencies['aws-cdk-lib'];
(isNewest ? test : test.skip)('the others are known, and why', () => {
  const failed = ALL.flatMap(({ heading, failure }) => (failure === undefined ? [] : [[heading, failure] as const]));
  expect(failed).toEqual(NO_APPS.map(([heading, message]) => [heading, expect.stringContaining(message)]));
});

test.each(SYNTHESIZED)('%s has no other error than is expected', (heading, errors) => {
  expect(errors.filter((error) => !(EXPECTED[heading] ?? []).some((id) => error.startsWith(`${id}: `)))).toEqual([]);
});
