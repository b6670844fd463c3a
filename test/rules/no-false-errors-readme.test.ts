import { errorsIn } from './errors-in';
import { snippetsOf, type Snippet } from './readme-snippets';

process.env.CDK_VALIDATION = 'false';
process.env.JSII_DEPRECATED = 'quiet';

/** What the documentation shows, and ECS refuses or undoes. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  // Fargate sells 512 CPU units with 1024 MiB or more.
  'aws-ecs: Task definitions': ['td-fargate-size-pair'],
  // Shared memory and swap are for instances.
  'aws-ecs: Linux parameters': ['td-fargate-unsupported-params'],
  // In public subnets, without public IP addresses.
  'aws-ecs: Availability Zone rebalancing': ['net-no-egress-path'],
  'aws-ecs-patterns: Add Schedule-Based Auto-Scaling to an ApplicationLoadBalancedFargateService': ['scl-desired-count-reset'],
  'aws-ecs-patterns: Add Metric-Based Auto-Scaling to an ApplicationLoadBalancedFargateService': ['scl-desired-count-reset'],
  // A weight that is left out is 0.
  'aws-ecs-patterns: Set capacityProviderStrategies for QueueProcessingEc2Service': ['ec2-capacity-provider-weights'],
};

/** The errors in a snippet; `undefined` when it is only a part of an app and does not synthesize. */
function tried({ build }: Snippet): readonly string[] | undefined {
  try {
    return errorsIn(build);
  } catch {
    return undefined;
  }
}

const SYNTHESIZED = [...snippetsOf('aws-ecs'), ...snippetsOf('aws-ecs-patterns')]
  .map((snippet) => [snippet.heading, tried(snippet)] as const)
  .filter((each): each is readonly [string, readonly string[]] => each[1] !== undefined);

test('most snippets synthesize', () => {
  expect(SYNTHESIZED.length).toBeGreaterThan(110);
});

test.each(SYNTHESIZED)('%s has no other error than is expected', (heading, errors) => {
  expect(errors.filter((error) => !(EXPECTED[heading] ?? []).some((id) => error.startsWith(`${id}: `)))).toEqual([]);
});
