import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const WORKFLOWS = join(__dirname, '../../.github/workflows');
const textOf = (name: string): string => readFileSync(join(WORKFLOWS, name), 'utf8');

interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = (name: string): Workflow => parse(textOf(name)) as Workflow;
const REGISTRIES = ['release_npm', 'release_pypi', 'release_maven', 'release_nuget', 'release_golang'];

describe('the release workflow', () => {
  const { on, jobs } = workflow('release.yml');

  test('is started by a maintainer', () => {
    expect(Object.keys(on)).toEqual(['workflow_dispatch']);
  });

  test('publishes to all registries what one job built and tested', () => {
    expect(jobs.release.steps.map(({ run }) => run)).toContain('npx projen release');
    for (const name of REGISTRIES) expect(jobs[name].needs).toEqual('release');
    expect(jobs.release_github.needs).toEqual(expect.arrayContaining(REGISTRIES));
  });

  test('publishes to npm with provenance, and without a token', () => {
    expect(jobs.release_npm.permissions['id-token']).toBe('write');
    expect(jobs.release_npm.steps.at(-1)!.env).toMatchObject({ NPM_CONFIG_PROVENANCE: 'true', NPM_TRUSTED_PUBLISHER: 'true' });
    expect(textOf('release.yml')).not.toContain('NPM_TOKEN');
  });

  test('publishes nothing in a dry run', () => {
    for (const name of REGISTRIES) expect(jobs[name].steps.at(-1)!.env).toHaveProperty('PUBLIB_DRYRUN', '${{ inputs.dry_run }}');
  });
});

test('CI runs what a contributor runs', () => {
  expect(workflow('ci.yml').jobs.run.steps.at(-1)).toMatchObject({ run: '.ci/run' });
});

test.each(readdirSync(WORKFLOWS))('%s names no registry', (name) => {
  expect(textOf(name)).not.toMatch(/registry|https?:\/\/(?!github\.com)/);
});
