import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { type awscdk, JsonFile } from 'projen';

/** What is compiled, generated and shipped. */
export function setUpBuild(project: awscdk.AwsCdkConstructLibrary) {
  project.addDevDeps('aws-cdk@2.1148.1', 'table', 'tsx');

  project.preCompileTask.exec('tsx scripts/gen-catalogue.ts');
  // jsii wants the lowest peer among the devDependencies; `npm run test:lowest` holds that promise here.
  project.compileTask.reset('jsii --silence-warnings=reserved-word --silence-warnings=metadata/missing-dev-dependency');
  // What a rule pack is made of are three hundred small modules; one file of them all loads in a quarter of the time.
  project.addDevDeps('esbuild');
  project.compileTask.exec([
    'esbuild lib/rules/report.js --bundle --platform=node --target=node20 --external:aws-cdk-lib --external:constructs',
    '--outfile=lib/rules/report.js --allow-overwrite --log-level=warning',
  ].join(' '));
  project.addTask('lib', {
    description: 'Generate, compile and document the library',
    steps: [{ spawn: 'pre-compile' }, { spawn: 'compile' }, { spawn: 'docgen' }],
  });
  project.addTask('rosetta', {
    description: 'Compile the examples in README and docstrings',
    exec: 'jsii-rosetta extract --strict --compile --output .jsii.tabl.json',
  });
  project.gitignore.addPatterns('.jsii.tabl.json');

  project.addTask('quickstart', {
    description: 'Build, synthesize examples/web-app, check it, and show what was made',
    steps: [{ spawn: 'pre-compile' }, { spawn: 'compile' }, { exec: 'tsx scripts/quickstart.ts' }],
  });
  new JsonFile(project, 'cdk.json', {
    marker: false,
    obj: {
      app: 'npx tsx --tsconfig examples/tsconfig.json examples/web-app/app.ts',
      context: exampleFlags(),
    },
  });

  project.npmignore?.addPatterns(
    '/.ci', '/bench', '/cdk.json', '/cdk.out', '/CONTRIBUTING.md', '/docs', '/examples', '/jest.*.json', '/projenrc', '/rosetta', '/scripts',
    '/lib/**/*.cases.*', '/lib/**/*.fix.*', '.jsii.tabl.json',
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
