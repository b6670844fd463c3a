import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOptions } from '../../../src/cli/output-options';
import { present } from '../../../src/cli/report/present';
import { aReport, FINDING } from '../support/a-report';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

const OPTIONS: OutputOptions = { format: 'json', failOn: 'error', verbose: false, colour: false };

test('writes to standard output and says how it ends', () => {
  const terminal = testTerminal();
  expect(present(aReport({ findings: [FINDING] }), OPTIONS, terminal)).toBe(1);
  expect(JSON.parse(terminal.written())).toMatchObject({ summary: { errors: 1 } });
});

test('writes a file from the working directory, whole, and nothing else', () => {
  const cwd = folderWith({ 'report.json': 'old' });
  const terminal = testTerminal({ cwd });
  expect(present(aReport(), { ...OPTIONS, output: 'report.json' }, terminal)).toBe(0);
  expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf-8'))).toMatchObject({ version: 1 });
  expect(readdirSync(cwd)).toEqual(['report.json']);
  expect(terminal.written()).toBe('');
});

test.each(['nowhere/report.json', '.'])('fails when %s can not be written, and leaves nothing behind', (output) => {
  const cwd = folderWith({});
  expect(() => present(aReport(), { ...OPTIONS, output }, testTerminal({ cwd }))).toThrow(/--output \(.*\) can't be written: /);
  expect(readdirSync(cwd)).toEqual([]);
});
