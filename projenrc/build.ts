import type { awscdk } from 'projen';

/** What is compiled, generated and shipped. */
export function setUpBuild(project: awscdk.AwsCdkConstructLibrary) {
  project.addDevDeps('aws-cdk@2.1148.1', 'tsx', 'esbuild');

  project.npmignore?.addPatterns(
    '/.ci', '/bench', '/cdk.json', '/CONTRIBUTING.md', '/docs', '/examples', '/jest.*.json', '/projenrc', '/rosetta', '/scripts',
    '/lib/**/*.cases.*',
  );
}
