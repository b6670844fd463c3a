import type { awscdk } from 'projen';
import { ARROWS } from './arrows';

/** Plain TypeScript, without the CDK: these are for the command line too. */
const PLAIN = ['cloudformation', 'examination', 'facts', 'gotchas', 'readers', 'simulation', 'text', 'timing'].map((folder) => `src/${folder}/**/*.ts`);

/** Keeps the arrows between folders pointing one way, and imports cheap. */
export function setUpLint(project: awscdk.AwsCdkConstructLibrary) {
  // Not all native parts of 1.13.0 are published, which `npm ci` takes for a broken lock file.
  project.package.addPackageResolutions('unrs-resolver@1.12.2');
  const eslint = project.eslint!;
  eslint.addRules({
    'import/no-restricted-paths': ['error', {
      zones: [
        ...Object.entries(ARROWS).map(([folder, { mayImport }]) => ({
          target: `./src/${folder}`,
          from: './src',
          except: [folder, ...mayImport].map((place) => `./${place}`),
          message: `src/${folder} may import ${mayImport.join(', ') || 'nothing'} (projenrc/arrows.ts)`,
        })),
        {
          target: './src/cli/collect',
          from: ['check', 'doctor', 'report'].map((folder) => `./src/cli/${folder}`),
          message: 'src/cli/collect reads accounts; other folders use what it reads',
        },
      ],
    }],
    'no-restricted-imports': ['error', {
      paths: [{ name: 'aws-cdk-lib', message: "import from 'aws-cdk-lib/core' and the service modules: type checking is twice as fast" }],
      patterns: [{ group: ['@aws-sdk/*'], message: 'nothing that constructs load may load the AWS SDK' }],
    }],
    'max-lines': ['error', { max: 300 }],
    '@stylistic/max-len': ['error', { code: 150, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreComments: true, ignoreRegExpLiterals: true }],
  });
  eslint.addOverride({
    files: PLAIN,
    excludedFiles: ['*.cases.ts', '*.fix.ts', 'src/gotchas/fixtures/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', '@aws-sdk/*'], message: 'plain TypeScript only' }] }],
    },
  });
  eslint.addOverride({
    files: ['src/cli/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          { group: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'], message: 'the command line runs without the CDK' },
          { group: ['@aws-sdk/*'], message: 'only src/cli/collect calls AWS' },
        ],
      }],
      'import/no-extraneous-dependencies': 'off', // All that it imports is bundled.
    },
  });
  eslint.addOverride({
    files: ['src/cli/collect/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'], message: 'the command line runs without the CDK' }] }] },
  });
  eslint.addOverride({
    files: ['src/*/*-handler/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'], message: 'this runs in AWS Lambda, without the CDK' }] }],
      'import/no-extraneous-dependencies': 'off', // The runtime of AWS Lambda has the AWS SDK.
    },
  });
  eslint.addOverride({
    files: ['src/**/*.cases.ts', 'src/**/*.fix.ts', 'src/gotchas/fixtures/**'],
    rules: { 'import/no-extraneous-dependencies': 'off' },
  });
  eslint.addOverride({
    files: ['src/**/*.fix.ts', 'src/**/*.cases.ts', 'src/gotchas/fixtures/**'],
    rules: { 'import/no-restricted-paths': 'off' }, // They use the public API and accounts, and nothing but tests and docs is made from them.
  });
  eslint.addOverride({
    files: ['test/**/*.ts', 'examples/**/*.ts', 'scripts/**/*.ts', 'projenrc/**/*.ts', '.projenrc.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [{ name: 'aws-cdk-lib', message: "import from 'aws-cdk-lib/core' and the service modules" }] }],
      'import/no-extraneous-dependencies': ['error', { devDependencies: true }],
      // The compiler resolves the package's own name, the plugin doesn't.
      'import/no-unresolved': ['error', { ignore: ['^cdk-ecs-guardrails$'] }],
    },
  });
}
