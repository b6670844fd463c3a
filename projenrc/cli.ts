import type { awscdk } from 'projen';

/** Dependencies with which the command line reads live services. */
const CLIENTS = [
  'acm', 'application-auto-scaling', 'auto-scaling', 'cloudformation', 'cloudwatch', 'cloudwatch-logs', 'codedeploy', 'ec2', 'ecr', 'ecs', 'efs', 'elastic-load-balancing-v2', 'eventbridge', 'iam',
  'scheduler', 'secrets-manager', 'servicediscovery', 'sfn', 'sqs', 'ssm',
];

/** The command line: all it needs is bundled, so that the package has no dependency at run time. */
export function setUpCli(project: awscdk.AwsCdkConstructLibrary) {
  project.addDevDeps(
    'yaml', 'picocolors', 'node-sarif-builder', 'junit-report-builder', 'ajv@^8.20.0', '@smithy/protocol-http', '@smithy/types',
    // The protocol of agents: its server is bundled, its client tests it. zod describes the arguments of a tool.
    '@modelcontextprotocol/server', '@modelcontextprotocol/client', 'zod',
    ...CLIENTS.map((client) => `@aws-sdk/client-${client}`),
  );

  project.package.addBin({ 'ecs-guardrails': 'bin/ecs-guardrails.js' });
  const bundle = project.addTask('bundle', {
    description: 'Bundle the command line into bin, with all that it needs',
    steps: [{ exec: 'tsx scripts/bundle-cli.ts' }],
  });
  project.preCompileTask.exec('tsx scripts/gen-cli-docs.ts');
  // `build` runs it after compiling, `lib` at its end; both ship what is in bin.
  project.postCompileTask.prependSpawn(bundle);
  project.tasks.tryFind('lib')!.spawn(bundle);
  project.gitignore.addPatterns('/bin/');
  // Compiled like everything in src, but only the bundle runs without node_modules.
  project.npmignore?.addPatterns('/lib/cli/');
}
