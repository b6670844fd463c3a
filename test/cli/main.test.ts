import { testTerminal } from './support/test-terminal';
import { verb as check } from '../../src/cli/check/verb';
import { INTERRUPTED } from '../../src/cli/ended';
import { main } from '../../src/cli/main';

const VERBS = ['check', 'doctor', 'gotchas'];

async function type(...args: readonly string[]) {
  const terminal = testTerminal({ args });
  const code = await main(terminal);
  return { code, out: terminal.written(), err: terminal.complaints() };
}

test('prints its commands on request', async () => {
  const { code, out, err } = await type('--help');
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const verb of VERBS) expect(out).toContain(`  ${verb} `);
});

test('prints its commands on standard error without arguments', async () => {
  const { code, out, err } = await type();
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('Usage: ecs-guardrails <command>');
});

test.each(VERBS)('%s --help fits a screen of 80 columns and 40 lines', async (verb) => {
  for (const args of [[verb, '--help'], [verb, '-h'], ['help', verb], ['--help', verb]]) {
    const { code, out, err } = await type(...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: ecs-guardrails ${verb}`);
    const lines = out.split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  }
});

test('prints its version', async () => {
  const { version } = jest.requireActual<{ readonly version: string }>('../../package.json');
  expect(await type('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('names the nearest verb', async () => {
  expect(await type('docter')).toEqual({ code: 2, out: '', err: 'ecs-guardrails: there is no command docter; did you mean doctor?\n' });
  expect((await type('help', 'toString')).err).toContain('there is no command toString');
});

test('reports a mistake of the user in one line', async () => {
  const { code, out, err } = await type('check', '--formt', 'json');
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: 'ecs-guardrails: there is no option --formt; did you mean --format?\n' });
});

test('asks for a report of what is a bug of its own', async () => {
  jest.spyOn(check, 'run').mockRejectedValueOnce(new TypeError('x is not a function'));
  const { code, err } = await type('check');
  expect(code).toBe(2);
  expect(err).toMatch(/this is a bug of ecs-guardrails, please report it\nTypeError: x is not a function\n +at /);
});

test('ends as shells expect it after Ctrl-C', async () => {
  const terminal = testTerminal({ args: ['check'] });
  jest.spyOn(check, 'run').mockImplementationOnce(async () => {
    terminal.interrupt();
    throw new Error('aborted somewhere deep');
  });
  expect(await main(terminal)).toBe(INTERRUPTED);
  expect(terminal.complaints()).toBe('ecs-guardrails: interrupted\n');
});
