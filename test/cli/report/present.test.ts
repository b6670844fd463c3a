import { execFileSync } from 'node:child_process';
import { closeSync, constants, lstatSync, openSync, readdirSync, readFileSync, readSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOptions } from '../../../src/cli/output-options';
import { present } from '../../../src/cli/report/present';
import { aReport, FINDING } from '../support/a-report';
import { folderWith } from '../support/files';
import { testTerminal } from '../support/test-terminal';

const OPTIONS: OutputOptions = { format: 'json', failOn: 'error', verbose: false, colour: false };

test('writes to standard output and returns the exit code', () => {
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

test('a link goes on naming the file that is written', () => {
  const cwd = folderWith({ 'reports/a.json': 'old' });
  symlinkSync('reports/a.json', join(cwd, 'latest.json'));
  present(aReport(), { ...OPTIONS, output: 'latest.json' }, testTerminal({ cwd }));
  expect(lstatSync(join(cwd, 'latest.json')).isSymbolicLink()).toBe(true);
  expect(JSON.parse(readFileSync(join(cwd, 'reports/a.json'), 'utf-8'))).toMatchObject({ version: 1 });
  expect(readdirSync(join(cwd, 'reports'))).toEqual(['a.json']);
});

test('what is no file, as /dev/null, is written to and never replaced', () => {
  const cwd = folderWith({});
  execFileSync('mkfifo', [join(cwd, 'pipe')]);
  const reader = openSync(join(cwd, 'pipe'), constants.O_NONBLOCK);
  present(aReport(), { ...OPTIONS, output: 'pipe' }, testTerminal({ cwd }));
  const bytes = Buffer.alloc(64);
  expect(bytes.toString('utf-8', 0, readSync(reader, bytes))).toContain('"version": 1');
  closeSync(reader);
  expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
  expect(readdirSync(cwd)).toEqual(['pipe']);
});

test.each(['nowhere/report.json', 'a.json/report.json', '.'])('fails when %s cannot be written, and leaves nothing behind', (output) => {
  const cwd = folderWith({ 'a.json': {} });
  expect(() => present(aReport(), { ...OPTIONS, output }, testTerminal({ cwd }))).toThrow(/--output \(.*\) can't be written: /);
  expect(readdirSync(cwd)).toEqual(['a.json']);
});
