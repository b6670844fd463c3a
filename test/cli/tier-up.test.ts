import { spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { raiseTierUp } from '../../src/cli/tier-up';

jest.mock('node:v8', () => ({ setFlagsFromString: jest.fn() }));
const set = jest.mocked(setFlagsFromString);

test.each([
  ['11.3.244.8-node.33', '--interrupt-budget=1000000'],
  ['12.4.254.21-node.33', '--invocation-count-for-turbofan=30000'],
  ['13.6.233.10-node.28', '--invocation-count-for-turbofan=30000'],
])('V8 %s is told in its own words', (version, flag) => {
  raiseTierUp(version);
  expect(set).toHaveBeenLastCalledWith(flag);
});

test('what this V8 is told is known to it', () => {
  set.mockClear();
  raiseTierUp();
  const [flag] = set.mock.calls.flat();
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', `require('node:v8').setFlagsFromString(${JSON.stringify(flag ?? '--no-lazy')})`], { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
});

test('a V8 that is not known is told nothing, as it would complain of a flag it has not got', () => {
  set.mockClear();
  raiseTierUp('99.1');
  expect(set).not.toHaveBeenCalled();
});
