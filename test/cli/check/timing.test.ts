import { verb } from '../../../src/cli/check/verb';
import type { ReportedTiming } from '../../../src/cli/report/report';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

const SHOP = {
  Parameters: { Tasks: { Type: 'Number' } },
  Resources: {
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Name: 'app', Image: 'nginx:1', StopTimeout: 20 }] } },
    Web: service({ DesiredCount: 4, DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 150 } }),
    Open: service({ DesiredCount: { Ref: 'Tasks' } }),
    Stuck: service({ DesiredCount: 2, DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 100 } }),
  },
};

function service(properties: object): object {
  return { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: { Ref: 'Task' }, LaunchType: 'FARGATE', ...properties } };
}

async function check(template: object, ...args: readonly string[]): Promise<string> {
  const terminal = testTerminal({ cwd: folderWith({ 'shop.json': template }), width: 80 });
  await verb.run(['shop.json', ...args], terminal);
  return terminal.written();
}

async function timingOf(...args: readonly string[]): Promise<readonly ReportedTiming[] | undefined> {
  return (JSON.parse(await check(SHOP, '--format', 'json', ...args)) as { readonly timing?: readonly ReportedTiming[] }).timing;
}

test('is a table below the report, with the reason for an unknown duration', async () => {
  const text = await check(SHOP, '--timing');
  const [, table] = text.split(/: 1 template\n\n/);
  expect(table).toBe([
    'deployment of  waves  start  healthy  shift  drain    stop                   in all',
    'Web                2  1 min     10 s    0 s    0 s  2-20 s  1 min 12 s - 1 min 30 s',
    'Open: not known, because parameter Tasks decides it',
    'Stuck: not known, because no deployment can start or stop a task within the healthy percentages',
    'estimated: 30 s to start a task, 5 s until it answers, 2 s to end it',
    '',
  ].join('\n'));
});

test('is a list in JSON, one entry for each service', async () => {
  expect(await timingOf('--timing')).toEqual([
    { at: { name: 'Web', kind: 'service', source: 'shop.json' }, time: expect.objectContaining({ waves: 2, atLeast: 72, atMost: 90 }) as unknown },
    { at: { name: 'Open', kind: 'service', source: 'shop.json' }, notKnown: 'parameter Tasks decides it' },
    { at: { name: 'Stuck', kind: 'service', source: 'shop.json' }, notKnown: 'no deployment can start or stop a task within the healthy percentages' },
  ]);
});

test('is only printed on request', async () => {
  expect(await timingOf()).toBeUndefined();
  expect(await check(SHOP)).not.toContain('deployment of');
});

test('reports that there is no service', async () => {
  expect(await check({ Resources: { Task: SHOP.Resources.Task } }, '--timing')).toContain('\n\ntiming: there is no service\n');
});

test('has no place in forms that are made of findings', async () => {
  await expect(check(SHOP, '--timing', '--format', 'sarif')).rejects.toThrow('--timing is for text and json, not for sarif');
});
