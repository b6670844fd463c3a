import { folderWith } from './support/files';
import { testTerminal } from './support/test-terminal';
import { oneOf, parseOptions, words } from '../../src/cli/options';
import { OUTPUT_SPECS, outputOptions } from '../../src/cli/output-options';
import type { Terminal } from '../../src/cli/terminal';

const SPECS = { ...OUTPUT_SPECS, area: { type: 'string', multiple: true } } as const;

function options(args: readonly string[], said: Partial<Terminal> = {}) {
  return outputOptions(parseOptions(args, SPECS).values, testTerminal(said));
}

test('takes options and what else was named in any order', () => {
  const { values, positionals } = parseOptions(['a', '--area', 'net', '--area=scl,dpl', '--verbose', 'b', '--', '--c'], SPECS);
  expect(positionals).toEqual(['a', 'b', '--c']);
  expect(words(values.area)).toEqual(['net', 'scl', 'dpl']);
  expect(values.verbose).toBe(true);
});

test.each([
  [['--verbos'], 'there is no option --verbos; did you mean --verbose?'],
  [['--toString'], 'there is no option --toString'],
  [['-x'], 'there is no option -x'],
  [['--area'], '--area needs a value'],
  [['--area', '--verbose'], '--area needs a value; if it is --verbose, write --area=--verbose'],
  [['--output='], '--output needs a value'],
  [['--verbose=yes'], '--verbose has no value, got yes'],
])('fails when typed %j', (args, message) => {
  expect(() => parseOptions(args, SPECS)).toThrow(message);
});

test('names the nearest of the words that an option takes', () => {
  expect(() => options(['--format', 'jsn'])).toThrow('--format (jsn) is none of text, json, sarif, junit, github; did you mean json?');
  expect(() => options(['--fail-on', 'warnings'])).toThrow('did you mean warning?');
  expect(oneOf('--x', 'a', ['a', 'b'])).toBe('a');
});

test('has defaults that suit a terminal', () => {
  expect(options([], { interactive: true })).toEqual({ format: 'text', output: undefined, failOn: 'error', verbose: false, colour: true });
});

test.each<[boolean, string, readonly string[], Partial<Terminal>]>([
  [false, 'in a pipe', [], {}],
  [true, 'in a pipe that was asked for them', ['--color'], {}],
  [false, 'with NO_COLOR', [], { interactive: true, env: { NO_COLOR: '1' } }],
  [true, 'with an empty NO_COLOR', [], { interactive: true, env: { NO_COLOR: '' } }],
  [true, 'in a pipe with FORCE_COLOR', [], { env: { FORCE_COLOR: '1' } }],
  [false, 'with FORCE_COLOR=0', [], { interactive: true, env: { FORCE_COLOR: '0' } }],
  [false, 'with both', [], { interactive: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }],
  [false, 'on a dumb terminal', [], { interactive: true, env: { TERM: 'dumb' } }],
  [false, 'when told so', ['--no-color'], { interactive: true }],
  [false, 'in a file', ['--output', 'report.txt'], { interactive: true }],
])('colours are %s %s', (colour, _, args, said) => {
  expect(options(args, said).colour).toBe(colour);
});

test.each([
  ['gone/report.json', 'there is no such folder'], ['a.json/report.json', 'a part of the path is a file'], ['.', 'it is a folder'],
])('fails before anything is read when there is no place for %s', (output, reason) => {
  const cwd = folderWith({ 'a.json': {} });
  expect(() => options(['--output', output], { cwd })).toThrow(new RegExp(`^--output \\(${cwd}.*\\) can't be written: ${reason}$`));
});

test('fails with --color and --no-color', () => {
  expect(() => options(['--color', '--no-color'])).toThrow('contradict each other');
});
