import { testTerminal } from './support/test-terminal';
import { verb } from '../../src/cli/gotchas/verb';
import type { Terminal } from '../../src/cli/terminal';
import { severityOf } from '../../src/gotchas/consequence';
import type { CatalogueEntry } from '../../src/gotchas/definition';
import { loadCatalogue } from '../../src/gotchas/load-catalogue';

async function gotchas(args: readonly string[], said: Partial<Terminal> = {}): Promise<string> {
  const terminal = testTerminal({ width: 80, ...said });
  expect(await verb.run(args, terminal)).toBe(0);
  return terminal.written();
}

const [deadlock] = loadCatalogue().filter(({ id }) => id === 'dpl-percent-deadlock');

test.each([['dpl-percent-deadlock'], ['EcsGuardrails::dpl-percent-deadlock']])('explains %s', async (id) => {
  const text = await gotchas([id]);
  expect(text).toMatch(/^The healthy percentages leave a deployment no room \[dpl-percent-deadlock\]\n {2}severity: error \(never works\)\n/);
  const labels = [...text.matchAll(/^ {2}(\w+): /gm)].map(([, label]) => label);
  expect(labels).toEqual(['severity', 'symptom', 'why', 'rule', 'fix', 'found', 'here', 'accept', 'docs']);
  for (const said of [deadlock.symptom, deadlock.why, deadlock.rule, deadlock.fix, deadlock.docsUrl]) expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
  expect(text.split('\n  wrong\n')[0].split('\n').filter((line) => line.length > 80 && !line.includes('https://'))).toEqual([]);
  expect(text).toMatch(/^ {2}wrong\n\n[^]*maxHealthyPercent: 100,[^]*^ {2}fixed, with the CDK alone\n\n[^]*maxHealthyPercent: 200,/m);
});

test.each([
  ['td-fargate-size-pair', 'here: can\'t happen with the constructs of this library: `FargateSize.of`'],
  ['ops-single-task-prod', 'here: the constructs of this library avoid it, and other settings can have it: Our services run two tasks'],
  ['dpl-percent-deadlock', 'here: the constructs of this library refuse it before anything is created'],
  ['dep-essential-sidecar', 'here: EcsGuardrails.applyTo(app) reports it'],
])('prints what this library does about %s', async (id, said) => {
  expect((await gotchas([id])).replaceAll(/\s+/g, ' ')).toContain(said);
});

test('lists each entry once, with its severity and title', async () => {
  const text = await gotchas([], { width: 200 });
  for (const { id, consequence, title } of loadCatalogue()) {
    const severity = severityOf(consequence);
    const lines = text.split('\n').filter((line) => line.startsWith(`  ${id} `));
    expect(lines).toEqual([expect.stringMatching(new RegExp(`${id} +${severity} +`))]);
    expect(lines[0]).toContain(title);
  }
  const count = Number(/\n(\d+) gotchas;/.exec(text)?.[1]);
  expect(count).toBeGreaterThanOrEqual(loadCatalogue().length);
});

test('searches for all words, those in names first', async () => {
  const text = await gotchas(['Health', 'CHECK', '--format', 'json']);
  const found = JSON.parse(text) as readonly CatalogueEntry[];
  expect(found.length).toBeGreaterThan(5);
  for (const { id, title, symptom, why, rule, fix } of found) expect([id, title, symptom, why, rule, fix].join(' ').toLowerCase()).toMatch(/health[^]*check|check[^]*health/);
  const inName = found.map(({ id, title }) => /health[^]*check|check[^]*health/i.test(`${id}\n${title}`));
  expect(inName.indexOf(false)).toBe(inName.lastIndexOf(true) + 1);
});

test('is JSON for others, without what checks are made of', async () => {
  const [described] = JSON.parse(await gotchas(['dpl-percent-deadlock', '--format', 'json'])) as object[];
  expect(described).toMatchObject({ id: 'dpl-percent-deadlock', levels: expect.arrayContaining(['synth']) as unknown });
  expect(described).not.toHaveProperty('needs');
});

test('shows what the doctor prints of a gotcha that no template has', async () => {
  expect(await gotchas(['scl-at-max'])).toContain('\n  ecs-guardrails doctor prints\n\n    ✖ maxCapacity (2) is reached');
});

test('JSON of one gotcha has its example', async () => {
  const [described] = JSON.parse(await gotchas(['dpl-percent-deadlock', '--format', 'json'])) as ReadonlyArray<{ readonly example: object }>;
  const text = expect.any(String) as string;
  expect(described.example).toEqual({ wrong: text, plain: text, guarded: text });
});

test('is coloured on a terminal', async () => {
  expect(await gotchas(['net'], { interactive: true })).toContain('\u001b[31merror\u001b[39m');
  expect(await gotchas(['net', '--no-color'], { interactive: true })).not.toContain('\u001b[');
});

test('names the validator of AWS for one of its rules', async () => {
  await expect(gotchas(['CloudFormation-Validate::E3002'])).rejects
    .toThrow("CloudFormation-Validate::E3002 is a rule of CloudFormation Validate, AWS's own validator: check prints its whole message");
});

test('names the nearest of what there is', async () => {
  await expect(gotchas(['dpl-percent-deadlok'])).rejects.toThrow('no gotcha has or contains dpl-percent-deadlok; did you mean dpl-percent-deadlock');
  await expect(gotchas(['--format', 'sarif'])).rejects.toThrow('--format (sarif) is none of text, json');
});
