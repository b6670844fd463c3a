import { awscdk, cdk, javascript } from 'projen';
import { setUpBuild } from './projenrc/build';
import { setUpCli } from './projenrc/cli';
import { PUBLISHED_AS, setUpLanguages } from './projenrc/languages';
import { setUpLint } from './projenrc/lint';
import { RELEASE, setUpRelease } from './projenrc/release';
import { setUpSite } from './projenrc/site';
import { setUpTests } from './projenrc/tests';

/** The newest aws-cdk-lib: what the project is developed against. */
const CDK_NEWEST = '2.276.0';
/** The first aws-cdk-lib that hands validation plugins the construct tree: the lowest supported. */
const CDK_LOWEST = '2.258.0';
/** The first constructs that this aws-cdk-lib takes. */
const CONSTRUCTS_LOWEST = '10.5.0';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-ecs-guardrails',
  description: 'Amazon ECS constructs for the AWS CDK: if it synthesizes, ECS accepts it',
  author: 'cdk-ecs-guardrails maintainers',
  authorAddress: 'https://github.com/cdk-ecs-guardrails',
  repositoryUrl: 'https://github.com/cdk-ecs-guardrails/cdk-ecs-guardrails.git',
  homepage: 'https://cdk-ecs-guardrails.github.io/cdk-ecs-guardrails/',
  bugsUrl: 'https://github.com/cdk-ecs-guardrails/cdk-ecs-guardrails/issues',
  keywords: [
    'aws', 'aws-cdk', 'awscdk', 'blue-green', 'cdk', 'containers', 'ecs', 'ecs-patterns', 'fargate', 'guardrails', 'load-balancer', 'validation',
  ],
  license: 'Apache-2.0',
  copyrightOwner: 'cdk-ecs-guardrails maintainers',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  jsiiVersion: '~6.0.16',
  // Source maps inside the compiled files make them three times as long to read at every start.
  validateTsconfig: cdk.ValidateTsconfig.MINIMAL,
  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  cdkVersion: CDK_LOWEST,
  constructsVersion: CONSTRUCTS_LOWEST,
  minNodeVersion: '20.0.0',
  peerDependencyOptions: { pinnedDevDependency: false },
  depsUpgrade: false,
  sampleCode: false,
  autoDetectBin: false, // bin is made, and named in projenrc/cli.ts.
  docgen: true,
  ...PUBLISHED_AS,
  ...RELEASE,
  gitignore: ['cdk.out', '.venv', '*.log'],
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples', 'scripts', 'projenrc'], commandOptions: { fix: false } },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    configFilePath: 'jest.unit.json',
  },
});

// Developed against the newest, promised down to the lowest; `npm run test:lowest` holds the promise.
project.addDevDeps(`aws-cdk-lib@${CDK_NEWEST}`, 'constructs@10.8.1');

setUpBuild(project);
setUpCli(project);
setUpLanguages(project, { cdk: CDK_LOWEST, constructs: CONSTRUCTS_LOWEST });
setUpLint(project);
setUpRelease(project);
setUpSite(project);
setUpTests(project, CDK_LOWEST);

project.synth();
