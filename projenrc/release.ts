import { type awscdk, JsonPatch, release } from 'projen';
import { JobPermission } from 'projen/lib/github/workflows-model';

/** Node.js of the jobs that build and publish. What the package itself needs is `engines`, which the suites of CI run on. */
const NODE = '24';

/** Options of the release workflow: npm, PyPI, Maven Central, NuGet and the repository of the Go module, from one tag. */
export const RELEASE = {
  // A maintainer starts a release. The version follows from the conventional commits since the last one.
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  workflowNodeVersion: NODE,
  // The registries trust the workflow itself: no token of npm, PyPI or NuGet is stored.
  npmTrustedPublishing: true,
  // The workflow of CI runs what a contributor runs, `.ci/run`, and is written below.
  buildWorkflow: false,
  pullRequestTemplate: false,
  githubOptions: {
    mergify: false,
    // The types of commits (docs/contributing/conventions.md).
    pullRequestLintOptions: { semanticTitleOptions: { types: ['feat', 'fix', 'refactor', 'test', 'docs', 'perf', 'ci', 'chore'] } },
  },
};

/** The workflows: CI of each change, and the release. */
export function setUpRelease(project: awscdk.AwsCdkConstructLibrary) {
  // The release job gets it by npx, on a newer Node.js. Here it would be 42 packages that `npm ci` warns of on Node.js 20.
  project.deps.removeDependency('commit-and-tag-version');
  setUpCi(project);
  const workflow = project.tryFindObjectFile('.github/workflows/release.yml')!;
  // The default of publib. A registry is set in one place, the configuration of npm.
  workflow.patch(JsonPatch.remove('/jobs/release_npm/steps/9/env/NPM_REGISTRY'));
}

function setUpCi(project: awscdk.AwsCdkConstructLibrary) {
  const ci = project.github!.addWorkflow('ci');
  ci.on({ pullRequest: {}, push: { branches: ['main'] }, mergeGroup: {} });
  ci.addJob('run', {
    runsOn: ['ubuntu-latest'],
    permissions: { contents: JobPermission.READ },
    timeoutMinutes: 90,
    steps: [
      { uses: 'actions/checkout@v6', with: { 'fetch-depth': 0 } },
      { uses: 'actions/setup-node@v6', with: { 'node-version': '20' } },
      { uses: 'actions/setup-python@v6', with: { 'python-version': '3.11' } },
      { uses: 'actions/setup-java@v5', with: { 'distribution': 'corretto', 'java-version': '17' } },
      { uses: 'actions/setup-go@v6', with: { 'go-version': 'stable', 'cache': false } },
      { run: '.ci/run' },
    ],
  });
}
