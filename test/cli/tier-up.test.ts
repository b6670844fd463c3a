import { spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { raiseTierUp } from '../../src/cli/tier-up';

jest.mock('node:v8', () => ({ setFlagsFromString: jest.fn() }));
const set = jest.mocked(setFlagsFromString);

test.each([
  ['11.3.244.8-node.33', '--interrupt-budget=1000000'],
  ['12.4.254.21-node.33', '--invocation-count-for-turbofan=30000'],
  ['13.6.233.10-node.28', '--invocation-count-for-turbofan=30000'],
])('V8 %s gets its own flags', (version, flag) => {
  raiseTierUp(version);
  expect(set).toHaveBeenLastCalledWith(flag);
});

test('this V8 accepts its flags', () => {
  set.mockClear();
  raiseTierUp();
  const [flag] = set.mock.calls.flat();
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', `require('node:v8').setFlagsFromString(${JSON.stringify(flag ?? '--no-lazy')})`], { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
});

test('an unknown V8 gets no flag, as it would reject it', () => {
  set.mockClear();
  raiseTierUp('99.1');
  expect(set).not.toHaveBeenCalled();
});
