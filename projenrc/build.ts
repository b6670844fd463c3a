import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { type awscdk, JsonFile } from 'projen';

/** Writes llms.txt and the skill from the assembly and the catalogue. */
const AGENTS = 'tsx scripts/agents/main.ts';

/** Tasks that compile, generate and package. */
export function setUpBuild(project: awscdk.AwsCdkConstructLibrary) {
  project.addDevDeps('aws-cdk@2.1148.1', 'table', 'tsx');

  project.preCompileTask.exec('tsx scripts/gen-catalogue.ts');
  project.addTask('new:gotcha', { description: 'Write the files of a new gotcha', exec: 'tsx scripts/new-gotcha.ts', receiveArgs: true });
  project.addDevDeps('esbuild');
  project.compileTask.reset('tsx scripts/compile.ts');
  // Node.js 20 is supported here. The banner of jsii would be the first thing that a newcomer reads.
  project.compileTask.env('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
  project.addTask('lib', {
    description: 'Generate, compile and document the library',
    steps: [{ spawn: 'pre-compile' }, { spawn: 'compile' }, { spawn: 'docgen' }, { exec: AGENTS }],
  });
  const rosetta = project.addTask('rosetta', {
    description: 'Compile the examples in README, docstrings and docs',
    steps: [{ exec: 'jsii-rosetta extract --strict --compile --output .jsii.tabl.json' }, { exec: 'tsx scripts/docs/check.ts' }],
  });
  project.postCompileTask.exec(AGENTS);
  // An alpha: the stable version needs the packages of CDK 1.
  project.addDevDeps('awslint@2.262.2-alpha.0');
  project.addTask('guidelines', { description: 'Hold the API against the guidelines of the AWS CDK', exec: 'tsx scripts/construct-guidelines.ts' });
  // Packages of other languages show the snippets in their own.
  project.postCompileTask.spawn(rosetta);
  project.gitignore.addPatterns('.jsii.tabl.json');

  project.package.addField('exports', {
    '.': { types: './lib/index.d.ts', default: './lib/index.js' },
    './package.json': './package.json',
    // What makes packages of other languages, and Construct Hub, read it.
    './.jsii': './.jsii',
  });

  // Node.js 20 is what is promised, and so what the suites run on; that its time is over is not the first thing to read in a build.
  project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
  project.addTask('quickstart', {
    description: 'Build, synthesize examples/web-app, check it, and print its resources',
    steps: [{ spawn: 'pre-compile' }, { spawn: 'compile' }, { spawn: 'bundle' }, { exec: 'tsx scripts/quickstart.ts' }],
  });
  new JsonFile(project, 'cdk.json', {
    marker: false,
    obj: {
      app: 'npx tsx --tsconfig examples/tsconfig.json examples/web-app/app.ts',
      context: exampleFlags(),
    },
  });

  project.npmignore?.addPatterns(
    '/.ci', '/AGENTS.md', '/API.md', '/ARCHITECTURE.md', '/bench', '/cdk.json', '/cdk.out', '/CONTRIBUTING.md', '/docs', '/examples', '/jest.*.json', '/projenrc', '/rosetta', '/scripts', '/site', '/.compatignore', '/api', '/.pre-commit-hooks.yaml', '/action.yml',
    '/lib/.inputs', '/lib/**/*.cases.*', '/lib/**/*.fix.*', '/lib/gotchas/fixtures/',
    // lib/bundled has all that runs, but for the code of Lambda functions.
    '/lib/*/**/*.js', '!/lib/bundled/*.js', '!/lib/jobs/pre-deploy-handler/*.js',
  );
}

/** The recommended feature flags, but for two that would make the examples harder to read or to check. */
function exampleFlags(): Record<string, unknown> {
  const flags: Record<string, unknown> = { ...recommended };
  // Weak references between stacks are Fn::GetStackOutput, which cfn-lint 1.58 takes for an error inside Fn::Join.
  flags['@aws-cdk/core:defaultCrossStackReferences'] = 'strong';
  // Closing the default security group of a VPC takes a Lambda function, which a first example can do without.
  flags['@aws-cdk/aws-ec2:restrictDefaultSecurityGroup'] = false;
  return flags;
}
