import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { TASK } from '../support/checked';

const ROOT = join(__dirname, '../../..');

function check(input: string) {
  const program = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/cli/ecs-guardrails.ts')];
  return spawnSync(process.execPath, [...program, 'check', '-', '--areas', 'td'], { input, encoding: 'utf8' });
}

test('a template on standard input is checked, and named by its line', () => {
  const { status, stdout } = check(JSON.stringify({ Resources: { Task: TASK } }, undefined, 2));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^standard input\n {2}Task /);
  expect(stdout).toMatch(/at: {3}standard input:\d+ /);
});

test.each([['', 'standard input is empty'], ['{', 'standard input is not JSON']])('what is no template ends with a line that names the place: %j', (input, says) => {
  const { status, stderr } = check(input);
  expect(status).toBe(2);
  expect(stderr).toContain(`ecs-guardrails: ${says}`);
});
