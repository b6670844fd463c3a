import type { awscdk } from 'projen';

/** What the command line reads live services with. */
const CLIENTS = [
  'application-auto-scaling', 'cloudwatch', 'cloudwatch-logs', 'ec2', 'ecr', 'ecs', 'efs', 'elastic-load-balancing-v2', 'iam',
  'secrets-manager', 'servicediscovery', 'ssm',
];

/** The command line: all it needs is bundled, so that the package has no dependency at run time. */
export function setUpCli(project: awscdk.AwsCdkConstructLibrary) {
  project.addDevDeps(
    'yaml', 'picocolors', 'node-sarif-builder', 'junit-report-builder', 'ajv@^8.20.0', '@smithy/protocol-http', '@smithy/types',
    ...CLIENTS.map((client) => `@aws-sdk/client-${client}`),
  );
}
