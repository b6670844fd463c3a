import { join } from 'node:path';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib/core';
import type { Validated } from '../../../src/cli/check/aws-validator';
import { findValidator } from '../../../src/cli/check/find-validator';
import { validateInThread } from '../../../src/cli/check/in-thread';
import { verb } from '../../../src/cli/check/verb';
import type { Report } from '../../../src/cli/report/report';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

jest.mock('../../../src/cli/check/in-thread', () => ({ validateInThread: jest.fn() }));
jest.mock('../../../src/cli/check/find-validator', () => ({ findValidator: jest.fn() }));
const inThread = jest.mocked(validateInThread);
beforeEach(() => jest.mocked(findValidator).mockReturnValue('/x/validator.js'));

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

async function check(cwd: string, ...args: readonly string[]) {
  const terminal = testTerminal({ cwd, interactiveErr: true });
  const code = await verb.run(['--format', 'json', '--aws-validation', ...args], terminal);
  return { code, terminal, ...JSON.parse(terminal.written()) as Report & { readonly notChecked: Report['gaps'] } };
}

test('adds what it finds, marked as its own, at its line and under the name of the resource', async () => {
  inThread.mockResolvedValue([WARNING]);
  const { code, findings } = await check(folderWith(FILES), 't.yaml');
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
  const folder = folderWith(FILES);
  const { code, findings } = await check(folder, 't.yaml');
  expect(code).toBe(1);
  expect(findings).toContainEqual(expect.objectContaining({ fix: 'do not', at: { name: 't.yaml', kind: 'template', source: 't.yaml', file: { path: 't.yaml' } } }));
  expect((await check(folder, 't.yaml', '--acknowledge', 'CloudFormation-Validate::F1')).code).toBe(0);
});

test('honours what an app acknowledges', async () => {
  inThread.mockResolvedValue([WARNING]);
  const outdir = join(folderWith({}), 'cdk.out');
  const stack = new Stack(new App({ outdir }), 'Shop');
  new CfnResource(stack, 'Task', { type: 'AWS::ECS::TaskDefinition' });
  Validations.of(stack).acknowledge({ id: 'CloudFormation-Validate::W1', reason: 'ugly but ours' });
  (stack.node.root as App).synth();
  const { findings, acknowledged } = await check(join(outdir, '..'));
  expect(findings.filter(({ by }) => by)).toEqual([]);
  expect(acknowledged).toContainEqual(expect.objectContaining({ id: 'CloudFormation-Validate::W1', reason: 'ugly but ours' }));
});

test('reports what it could not check', async () => {
  inThread.mockResolvedValue([{ failure: 'out of memory' }]);
  const { notChecked } = await check(folderWith(FILES), 't.yaml');
  expect(notChecked).toContainEqual(expect.objectContaining({ id: 'CloudFormation Validate', reason: 'out of memory' }));
});

test('reports that it did not run, and why', async () => {
  inThread.mockRejectedValue(new Error('it crashed'));
  expect((await check(folderWith(FILES), 't.yaml')).notes).toEqual(['without CloudFormation Validate: it crashed']);
  jest.mocked(findValidator).mockReturnValue(undefined);
  expect((await check(folderWith(FILES), 't.yaml')).notes).toEqual(['without CloudFormation Validate: no aws-cdk-lib that has it is installed here']);
});

test('does not run unless asked', async () => {
  const terminal = testTerminal({ cwd: folderWith(FILES) });
  await verb.run(['t.yaml'], terminal);
  expect(findValidator).not.toHaveBeenCalled();
});

test('reports where it was loaded from', async () => {
  inThread.mockResolvedValue([ERROR]);
  const folder = folderWith(FILES);
  jest.mocked(findValidator).mockReturnValue(join(folder, 'node_modules/v/index.js'));
  expect((await check(folder, 't.yaml')).notes).toEqual(['CloudFormation Validate was loaded from node_modules/v/index.js']);
});

test('shows its progress, and removes it again', async () => {
  inThread.mockResolvedValue([ERROR]);
  const { terminal } = await check(folderWith(FILES), 't.yaml');
  expect(terminal.complaints()).toMatch(/^\r\u001b\[Kwaiting for CloudFormation Validate.*\r\u001b\[K$/);
});

test('is stopped by Ctrl-C, and when something else goes wrong', async () => {
  const terminal = testTerminal({ cwd: folderWith(FILES) });
  let stopped: AbortSignal | undefined;
  inThread.mockImplementation((_, signal) => new Promise((__, reject) => {
    stopped = signal;
    signal.addEventListener('abort', () => reject(new Error('interrupted')));
    terminal.interrupt();
  }));
  await expect(verb.run(['--aws-validation', 't.yaml'], terminal)).rejects.toThrow(/abort|interrupt/);
  expect(stopped?.aborted).toBe(true);
  expect(terminal.written()).toBe('');
});
