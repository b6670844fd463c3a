import { type awscdk, JsonFile } from 'projen';
import { Transform } from 'projen/lib/javascript';

// Types are checked by `tsc` and jsii, once; for the tests they are only removed.
const TRANSFORM: { [pattern: string]: Transform } = {
  '^.+\\.ts$': new Transform('@swc/jest', {
    swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' }, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  }),
};
const SELF = { '^cdk-ecs-guardrails$': '<rootDir>/src/index.ts' };
const SETUP = {
  setupFiles: ['<rootDir>/test/support/lean-synthesis.ts'],
  // Many tests synthesize an app, or start a program: on a busy machine that takes longer than jest's 5 seconds.
  testTimeout: 60_000,
  maxWorkers: '100%',
  // Jest frees little of what a test file loaded.
  workerIdleMemoryLimit: '1GB',
  // Packages of the same name as this one are made there.
  modulePathIgnorePatterns: ['<rootDir>/(dist|site|test/languages/.build)/'],
};

/** The suites: `test` (fast, all of it unit tests), `test:lowest`, `test:properties`, `test:e2e`; and `bench`. */
export function setUpTests(project: awscdk.AwsCdkConstructLibrary, lowest: string) {
  project.addDevDeps(
    `aws-cdk-lib-lowest@npm:aws-cdk-lib@${lowest}`, 'fast-check', 'cdk-nag@3.0.2', '@aws-cdk/cloudformation-diff', '@aws-cdk/aws-service-spec', 'aws-local-stepfunctions@^3.0.0',
    '@aws-sdk/client-sfn',
  );

  project.deps.removeDependency('ts-jest');
  project.npmignore!.addPatterns('/jest.config.js');
  // By jest.config.js, which accepts the id of a gotcha too.
  project.testTask.reset('jest --ci', { receiveArgs: true });
  project.testTask.spawn(project.tasks.tryFind('eslint')!);
  project.tasks.tryFind('test:update')!.reset('jest --updateSnapshot --ci', { receiveArgs: true });
  project.tasks.tryFind('test:watch')!.reset('jest --watch');
  project.addDevDeps('@swc/core', '@swc/jest');
  const jest = project.jest!.config;
  jest.transform = TRANSFORM;
  jest.moduleNameMapper = SELF;
  Object.assign(jest, SETUP, { runtime: '<rootDir>/test/support/coverage-runtime.js' });
  jest.testMatch = ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts'];
  jest.coveragePathIgnorePatterns = ['/node_modules/', '\\.(cases|fix)\\.ts$', '\\.generated\\.ts$', '/test/', '/examples/'];
  jest.coverageThreshold = { global: { lines: 95, branches: 95 } };
  jest.coverageReporters = ['text-summary', 'lcov'];

  project.tsconfigDev.file.addOverride('compilerOptions.paths', { 'cdk-ecs-guardrails': ['../src/index.ts'] });

  const suite = (name: string, config: object) => new JsonFile(project, `jest.${name}.json`, {
    obj: { ...SETUP, transform: TRANSFORM, moduleNameMapper: SELF, clearMocks: true, ...config },
  });
  suite('lowest', {
    testMatch: jest.testMatch,
    filter: '<rootDir>/test/support/loads-the-cdk.js',
    moduleNameMapper: { ...SELF, '^aws-cdk-lib$': 'aws-cdk-lib-lowest', '^aws-cdk-lib/(.*)$': 'aws-cdk-lib-lowest/$1' },
  });
  suite('properties', { testMatch: ['<rootDir>/test/properties/**/*.properties.ts'], testTimeout: 1_800_000, globalSetup: '<rootDir>/test/properties/support/seed.ts' });
  suite('e2e', { setupFiles: [], testMatch: ['<rootDir>/test/e2e/*.e2e.ts'], testTimeout: 300_000 });
  suite('languages', { testMatch: ['<rootDir>/test/languages/**/*.languages.ts'], testTimeout: 1_800_000, maxWorkers: 1 });
  suite('compiled', { testMatch: ['<rootDir>/test/compiled/**/*.compiled.ts'] });

  project.addTask('test:lowest', { description: `Run the unit tests against aws-cdk-lib ${lowest}`, exec: 'jest --ci -c jest.lowest.json', receiveArgs: true });
  project.addTask('test:properties', { description: 'Run the property-based tests', exec: 'jest --ci -c jest.properties.json', receiveArgs: true });
  project.addTask('test:compiled', { description: 'Check the compiled public API', exec: 'jest --ci -c jest.compiled.json', receiveArgs: true });
  project.addTask('test:e2e', { description: 'Deploy the examples to a local AWS emulator and check it with other validators', exec: 'bash test/e2e/run.sh', receiveArgs: true });
  project.addTask('bench', {
    description: 'Measure against the same resources hand-written on L2, and the command line against cfn-lint',
    steps: [
      { spawn: 'compile' }, { exec: 'node bench/run.js', receiveArgs: true }, { spawn: 'bundle' }, { exec: 'node bench/check.js', receiveArgs: true },
    ],
  });
}
