import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib/core';
import { findValidator } from '../../../src/cli/check/aws-validation';
import { validateAll, type Validated } from '../../../src/cli/check/aws-validator';
import { validateInThread } from '../../../src/cli/check/in-thread';
import { verb } from '../../../src/cli/check/verb';
import type { Report } from '../../../src/cli/report/report';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

jest.mock('../../../src/cli/check/in-thread', () => ({ validateInThread: jest.fn() }));
const inThread = jest.mocked(validateInThread);

const WARNING: Validated = {
  diagnostics: [{
    ruleId: 'W1',
    severity: 'WARN',
    message: 'not nice',
    entity: { logicalId: 'Task', entityType: 'Resource', resourceType: 'AWS::ECS::TaskDefinition' },
    propertyPath: 'Properties.Cpu',
    startLine: 4,
  }],
};
const ERROR: Validated = { diagnostics: [{ ruleId: 'F1', severity: 'FATAL', message: 'no', suggestedFix: 'do not' }] };
const FILES = { 't.yaml': 'Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n' };

/** A folder of a user who has aws-cdk-lib. */
function project(files: Readonly<Record<string, unknown>>): string {
  const folder = folderWith(files);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(require.resolve('aws-cdk-lib/package.json'), '..'), join(folder, 'node_modules', 'aws-cdk-lib'));
  return folder;
}

async function check(cwd: string, ...args: readonly string[]) {
  const terminal = testTerminal({ cwd, interactiveErr: true });
  const code = await verb.run(['--format', 'json', ...args], terminal);
  return { code, terminal, ...JSON.parse(terminal.written()) as Report & { readonly notChecked: Report['gaps'] } };
}

test('adds what it finds, marked as its own, at its line and under the name of the resource', async () => {
  inThread.mockResolvedValue([WARNING]);
  const { code, findings } = await check(project(FILES), 't.yaml');
  expect(code).toBe(0);
  expect(findings.filter(({ by }) => by)).toEqual([{
    id: 'CloudFormation-Validate::W1',
    severity: 'warning',
    at: { name: 'Task', kind: 'task definition', source: 't.yaml', file: { path: 't.yaml', line: 4 } },
    detail: 'not nice',
    property: 'Cpu',
    by: 'CloudFormation Validate',
  }]);
});

test('its errors end with 1, unless they are acknowledged', async () => {
  inThread.mockResolvedValue([ERROR]);
  const folder = project(FILES);
  const { code, findings } = await check(folder, 't.yaml');
  expect(code).toBe(1);
  expect(findings).toContainEqual(expect.objectContaining({ fix: 'do not', at: { name: 't.yaml', kind: 'template', source: 't.yaml', file: { path: 't.yaml' } } }));
  expect((await check(folder, 't.yaml', '--acknowledge', 'CloudFormation-Validate::F1')).code).toBe(0);
});

test('honours what an app acknowledges', async () => {
  inThread.mockResolvedValue([WARNING]);
  const outdir = join(project({}), 'cdk.out');
  const stack = new Stack(new App({ outdir }), 'Shop');
  new CfnResource(stack, 'Task', { type: 'AWS::ECS::TaskDefinition' });
  Validations.of(stack).acknowledge({ id: 'CloudFormation-Validate::W1', reason: 'ugly but ours' });
  (stack.node.root as App).synth();
  const { findings, acknowledged } = await check(join(outdir, '..'));
  expect(findings.filter(({ by }) => by)).toEqual([]);
  expect(acknowledged).toContainEqual(expect.objectContaining({ id: 'CloudFormation-Validate::W1', reason: 'ugly but ours' }));
});

test('says what it could not look at', async () => {
  inThread.mockResolvedValue([{ failure: 'out of memory' }]);
  const { notChecked } = await check(project(FILES), 't.yaml');
  expect(notChecked).toContainEqual(expect.objectContaining({ id: 'CloudFormation Validate', reason: 'out of memory' }));
});

test('says that it did not run, and why', async () => {
  inThread.mockRejectedValue(new Error('it crashed'));
  expect((await check(project(FILES), 't.yaml')).notes).toEqual(['without CloudFormation Validate: it crashed']);
  expect((await check(folderWith(FILES), 't.yaml')).notes).toEqual(['without CloudFormation Validate: no aws-cdk-lib that has it is installed here']);
  expect((await check(project(FILES), 't.yaml', '--no-aws-validation')).notes).toEqual([]);
});

test('shows that it is being waited for, and takes that away again', async () => {
  inThread.mockResolvedValue([ERROR]);
  const { terminal } = await check(project(FILES), 't.yaml');
  expect(terminal.complaints()).toMatch(/^\r\u001b\[Kwaiting for CloudFormation Validate.*\r\u001b\[K$/);
});

test('is stopped by Ctrl-C, and when something else goes wrong', async () => {
  const terminal = testTerminal({ cwd: project(FILES) });
  let stopped: AbortSignal | undefined;
  inThread.mockImplementation((_, signal) => new Promise((__, reject) => {
    stopped = signal;
    signal.addEventListener('abort', () => reject(new Error('interrupted')));
  }));
  const run = verb.run(['t.yaml'], terminal);
  terminal.interrupt();
  await expect(run).rejects.toThrow('interrupted');
  expect(stopped?.aborted).toBe(true);
  expect(terminal.written()).toBe('');
});

test('the validator inside aws-cdk-lib finds what is wrong by lines, and leaves out what the CDK does', () => {
  const validator = findValidator(process.cwd());
  if (validator === undefined) throw new Error('aws-cdk-lib has no validator');
  const broken = 'Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Memori: 1\n      Family: !Sub "plain"\n';
  const [first, second] = validateAll({
    validator,
    templates: [
      { path: 't.yaml', text: broken, account: '111122223333', region: 'eu-west-1' },
      { path: 'u.yaml', text: 'Resources: {' },
    ],
  });
  expect(first).toMatchObject({ diagnostics: [expect.objectContaining({ ruleId: 'F3002', severity: 'FATAL', startLine: 5 })] });
  expect(second).not.toEqual({ diagnostics: [] });
}, 60_000);
