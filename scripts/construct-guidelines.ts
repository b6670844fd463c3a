import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** Findings of awslint that stay, `rule:scope` each, by their reason. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'types of aws-cdk-lib': ['*:aws-cdk-lib.*'],
  'the network of the cluster is needed, or its security groups': [
    'prefer-ref-interface:*Props.cluster', 'prefer-ref-interface:*.securityGroups', 'prefer-ref-interface:*.securityGroup', 'prefer-ref-interface:*.vpc', 'prefer-ref-interface:*.vpcLinkSecurityGroup',
    'prefer-ref-interface:*.cloudFrontPrefixList',
  ],
  'an imported cluster belongs to another app, which associates its capacity providers': ['ref-via-interface:*.Ec2CapacityProps.cluster'],
  'a role, a key, a queue, a bucket or a topic gets grants, a policy or metrics': [
    'prefer-ref-interface:*.taskRole', 'prefer-ref-interface:*.executionRole', 'prefer-ref-interface:*.infrastructureRole', 'prefer-ref-interface:*.role',
    'prefer-ref-interface:*.encryptionKey', 'prefer-ref-interface:*.kmsKey', 'prefer-ref-interface:*.queue', 'prefer-ref-interface:*.deadLetterQueue',
    'prefer-ref-interface:*.accessLogsBucket', 'prefer-ref-interface:*.onFailure', 'prefer-ref-interface:*.topic', 'prefer-ref-interface:*.logGroup',
    'prefer-ref-interface:*.bucket', 'prefer-ref-interface:*.onSession',
  ],
  'the construct of the CDK below takes nothing else': [
    'prefer-ref-interface:*.certificates', 'prefer-ref-interface:*.hostedZone', 'prefer-ref-interface:*.httpApi', 'prefer-ref-interface:*.vpcLink',
    'prefer-ref-interface:*.namespace', 'prefer-ref-interface:*.dnsNamespace', 'prefer-ref-interface:*.alarms', 'prefer-ref-interface:*.certificateAuthority', 'prefer-ref-interface:*.eventBus', 'prefer-ref-interface:*.fileSystem',
    'prefer-ref-interface:*.accessPoint',
  ],
  'the CDK has no construct yet that an ARN becomes': ['props-no-arn-refs:*.S3FilesMountProps.*'],
  'a boolean, whatever its name': ['duration-prop-type:*.continueOnTimeout'],
  'an L3 passes on the grant of the task definition': ['no-grants:*.OneOffTask.grantRun'],
};

/** A pattern as a regular expression: `*` stands for any text. */
function matcher(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.\\]/g, '\\$&')).join('.*')}$`);
}

/** Holds the API against the guidelines of the AWS CDK. A finding that is not accepted fails, and so does a pattern that accepts none. */
function main(): void {
  const { error, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/awslint'), ['--no-compile'], {
    cwd: ROOT, encoding: 'utf8', env: { ...process.env, AWSLINT_BASE_CONSTRUCT: 'true' },
  });
  if (error) throw error;
  const lines = `${stdout}${stderr}`.split('\n');
  const found = lines.flatMap((line) => /\[awslint:([^\]]+)\]/.exec(line)?.[1] ?? []);
  if (found.length === 0) throw new Error(`awslint found nothing, not even what is accepted:\n${lines.join('\n')}`);
  const patterns = Object.values(ACCEPTED).flat();
  const failures = [
    ...lines.filter((line) => found.some((each) => line.includes(`[awslint:${each}]`) && !patterns.some((pattern) => matcher(pattern).test(each)))),
    ...patterns.filter((pattern) => !found.some((each) => matcher(pattern).test(each))).map((pattern) => `${pattern} accepts nothing any more: remove it`),
  ];
  console.log(failures.length === 0 ? `the API follows the guidelines of the AWS CDK, but for ${found.length} accepted findings` : failures.join('\n'));
  if (failures.length > 0) process.exitCode = 1;
}

main();
