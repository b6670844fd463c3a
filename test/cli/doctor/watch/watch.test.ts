import { CannotLook } from '../../../../src/cli/verb';
import { Unknown } from '../../../../src/facts/fact';
import { ARNS, NOW } from '../../../../src/gotchas/fixtures/recorded/arns';
import { stopped } from '../../../../src/gotchas/fixtures/recorded/changed';
import type { ServiceNow } from '../../../../src/cli/collect/read-service';
import { testTerminal } from '../../support/test-terminal';
import { at, done, NEW, OLD, play, playAll, started } from './played';

test('ends with 0 once the new revision is all there is', async () => {
  const { code, slept, text } = await play([at(0), at(5, { events: [started] }), at(10, { events: [started] }), done]);
  expect({ code, slept }).toEqual({ code: 0, slept: 15_000 });
  expect(text).toBe([
    '12:00:00 shop/web, 0 s: web:7 primary: 0 of 2 running, 2 pending (IN_PROGRESS); web:6 active: 2 of 2 running (COMPLETED); targets of web: 1 healthy, 1 initial; circuit breaker: 0 of 3 failures',
    '12:00:04 (service web) has started 2 tasks: (task 1) (task 2).',
    '12:01:00 shop/web, 1 min 0 s: web:7 primary: 2 of 2 running (COMPLETED); targets of web: 1 healthy, 1 initial; circuit breaker: 0 of 3 failures',
    '✔ shop/web: web:7 is steady, with 2 of 2 running',
    '',
  ].join('\n'));
});

test('a rollback is watched to its end, and is a failure with its reason', async () => {
  const failing = { failureCount: 3, threshold: 3 };
  const { code, text } = await play([
    at(0),
    at(5, { deployments: [{ ...NEW, rolloutState: 'FAILED' }, OLD] }, { status: 'ROLLBACK_IN_PROGRESS', deploymentCircuitBreaker: failing }),
    at(10, { deployments: [{ ...OLD, status: 'PRIMARY', id: 'ecs-svc/9' }] }, { status: 'ROLLBACK_SUCCESSFUL', rollback: { reason: 'the circuit breaker threshold was exceeded' } }, {
      stoppedTasks: stopped(3, { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: failed to resolve ref web:8: not found' }),
    }),
  ]);
  expect(code).toBe(1);
  expect(text).toContain('rolling back; circuit breaker: 3 of 3 failures');
  expect(text).toContain('✖ shop/web: the deployment was rolled back: the circuit breaker threshold was exceeded; '
    + 'stopped tasks (3 tasks in the last hour) find no image by their tag or digest [dpl-image-gone]\n');
});

test('shows no credential: neither in events, nor in errors, nor in reasons', async () => {
  const leaky = { id: 'e9', createdAt: new Date(NOW.getTime() + 4_000), message: '(service web) failed: exec: "app --password=hunter2" with Authorization: Bearer abcDEF123' };
  const { text } = await play([
    at(0, { events: [leaky] }, {}, { targets: new Map([[ARNS.targetGroup, new Unknown('denied for https://u:hunter2@h')]]) }),
    new Error('no answer from https://u:hunter2@proxy'),
    at(10, { deployments: [{ ...NEW, rolloutState: 'FAILED', rolloutStateReason: 'TOKEN=hunter2 is too short.' }, OLD] }, {}, { deployments: new Unknown('denied') }),
  ]);
  expect(text).not.toMatch(/hunter2|abcDEF123/);
  expect(text.match(/\(redacted\)/g)!.length).toBeGreaterThanOrEqual(5);
});

test('a rollback that has ended does not go on, and texts of AWS are joined as parts of a sentence', async () => {
  const { text } = await play([at(0), at(10, { deployments: [{ ...OLD, status: 'PRIMARY', id: 'ecs-svc/9' }] }, { status: 'ROLLBACK_SUCCESSFUL', rollback: { reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.' } }, {
    stoppedTasks: stopped(3, { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: failed to resolve ref web:8: not found' }),
  })]);
  expect(text).not.toContain('rolling back');
  expect(text).toContain('threshold was exceeded; stopped tasks (3 tasks');
});

const blind: Partial<ServiceNow> = { deployments: new Unknown('denied') };

test.each<[string, ServiceNow, string]>([
  ['a failure', at(5, { deployments: [{ ...NEW, rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start' }, OLD] }, {}, blind), 'the deployment failed: tasks failed to start'],
  ['a rollback', at(5, { deployments: [{ ...OLD, status: 'PRIMARY', id: 'ecs-svc/9' }] }, {}, blind), 'web:7 was rolled back to web:6'],
  ['a rollback that failed', at(5, {}, { status: 'ROLLBACK_FAILED', statusReason: 'no' }), 'the deployment failed, and so did its rollback: no'],
  ['a stop', at(5, {}, { status: 'STOPPED' }), 'the deployment was stopped: ECS names no reason'],
  ['a deletion', at(5, { status: 'DRAINING' }), 'the service is DRAINING'],
])('%s ends with 1', async (_, answer, reason) => {
  const { code, text } = await play([at(0, {}, {}, blind), answer]);
  expect(code).toBe(1);
  expect(text).toContain(`✖ shop/web: ${reason}\n`);
});

test('a service that is steady already ends it at once', async () => {
  expect(await play([done])).toMatchObject({ code: 0, slept: 0 });
});

test('waits on while tasks are missing, whatever ECS calls the deployment', async () => {
  const short = at(5, { runningCount: 1, deployments: [{ ...NEW, runningCount: 1, rolloutState: 'COMPLETED' }] }, { status: 'SUCCESSFUL' });
  expect(await play([at(0), short, done])).toMatchObject({ code: 0, slept: 10_000 });
});

test('AWS may be busy for a while', async () => {
  const throttled = new Error('ecs refused DescribeServices 8 times');
  expect(await play([at(0), throttled, throttled, done])).toMatchObject({ code: 0, slept: 15_000 });
});

test('AWS may be busy from the beginning', async () => {
  expect(await play([new Error('ecs refused DescribeServices 8 times'), done])).toMatchObject({ code: 0, slept: 5_000 });
});

test('but not for ever', async () => {
  await expect(play([at(0), ...Array.from({ length: 20 }, () => new Error('ecs refused'))])).rejects.toThrow('AWS has not answered for shop/web 12 times in a row: ecs refused');
});

test('reports a missing answer and its reason once', async () => {
  const refused = new Error('DescribeServices failed 6 times');
  const { text } = await play([refused, refused, at(0), refused, done]);
  expect(text.match(/.*no answer.*/g)).toEqual([
    'shop/web: no answer: DescribeServices failed 6 times',
    '12:00:00 shop/web, 0 s: no answer: DescribeServices failed 6 times',
  ]);
});

test('what the user has to put right ends it', async () => {
  await expect(play([at(0), new CannotLook('the AWS session has expired')])).rejects.toThrow('the AWS session has expired');
});

describe('several services', () => {
  const failed = at(5, {}, { status: 'STOPPED' });

  test('are followed until the last has ended, and none is read after its end', async () => {
    const { code, slept, text } = await playAll({ 'shop/web': [at(0), done], 'shop/api': [at(0), at(5), at(10), done] });
    expect({ code, slept }).toEqual({ code: 0, slept: 15_000 });
    expect(text.match(/✔ .*/g)).toEqual(['✔ shop/web: web:7 is steady, with 2 of 2 running', '✔ shop/api: web:7 is steady, with 2 of 2 running']);
    // An unchanged state is not printed again.
    expect(text.match(/shop\/api, 0 s: /g)).toHaveLength(1);
    expect(text).not.toContain('shop/api, 10 s');
  });

  test('end with 1 where one has failed, first or last', async () => {
    expect(await playAll({ 'shop/web': [at(0), failed], 'shop/api': [at(0), at(5), done] })).toMatchObject({ code: 1, slept: 10_000 });
    expect(await playAll({ 'shop/web': [done], 'shop/api': [at(0), at(5), failed] })).toMatchObject({ code: 1, slept: 10_000 });
  });

  test('have a line each on a terminal, and their ends stand above', async () => {
    const { text } = await playAll({ 'shop/web': [done], 'shop/api': [at(0), done] }, testTerminal({ interactive: true, width: 60 }));
    const screens = text.split('\u001b[2A\r\u001b[J');
    expect(screens[1]).toMatch(/^✔ shop\/web: web:7 is steady, with 2 of 2 running\n12:00:00 shop\/api, 0 s: web:7 primary: 0 of 2 running[^\n]*\n/);
    expect(screens).toHaveLength(2);
    expect(text).toMatch(/\u001b\[1A\r\u001b\[J.*12:01:00 shop\/api[^\n]*\n✔ shop\/api/s);
  });
});

describe('on a terminal', () => {
  const [HIDE, SHOW] = ['\u001b[?25l', '\u001b[?25h'];

  test('the state is shown in place and events above it, none wider than the window', async () => {
    const { text } = await play([at(0), at(5, { events: [started] }), done], testTerminal({ interactive: true, width: 40 }));
    expect(text).toMatch(new RegExp(`^${escape(HIDE)}12:00:00 shop/web, 0 s\n`));
    expect(text).toContain('\u001b[5A\r\u001b[J12:00:04 (service web) has started 2 tasks: (task 1) (task 2).\n12:00:05 shop/web, 5 s\n');
    expect(text).toContain('\nweb:7 primary: 0 of 2 running, 2 pendin\n');
    expect(text.lastIndexOf(SHOW)).toBeGreaterThan(text.lastIndexOf(HIDE));
  });

  test('more lines than the window has are cut to what fits', async () => {
    const { text } = await play([at(0), done], testTerminal({ interactive: true, height: 4 }));
    expect(text).toContain(`${HIDE}12:00:00 shop/web, 0 s\nweb:7 primary: 0 of 2 running, 2 pending (IN_PROGRESS)\n… and 3 more lines\n\u001b[3A\r\u001b[J`);
  });

  test('of more services than fit, those are shown that fail, then those that moved last', async () => {
    const failing = (seconds: number) => at(seconds, { deployments: [{ ...NEW, failedTasks: 1 }, OLD] });
    const moved = at(5, { deployments: [{ ...NEW, runningCount: 1 }, OLD] });
    const { text } = await playAll({
      'shop/a': [at(0), at(5), done], 'shop/b': [at(0), moved, done], 'shop/c': [failing(0), failing(5), done], 'shop/d': [at(0), at(5), done],
    }, testTerminal({ interactive: true, height: 4, width: 20 }));
    const [first, second] = text.replace(HIDE, '').split('\u001b[3A\r\u001b[J');
    expect(first).toBe('12:00:00 shop/c, 0 \n12:00:00 shop/a, 0 \n… and 2 more servic\n');
    expect(second).toBe('12:00:05 shop/c, 5 \n12:00:05 shop/b, 5 \n… and 2 more servic\n');
  });

  test('a window that was made smaller is not left at its top', async () => {
    let height = 40;
    const terminal = testTerminal({ interactive: true });
    Object.defineProperty(terminal, 'height', { get: () => (height -= 18) });
    const { text } = await play([at(0), at(5), done], terminal);
    expect(text).toContain('\u001b[3A\r\u001b[J');
  });

  test('Ctrl-C leaves it as it was', async () => {
    const terminal = testTerminal({ interactive: true });
    terminal.interrupt();
    await expect(play([at(0)], terminal)).rejects.toThrow();
    expect(terminal.written().endsWith(SHOW)).toBe(true);
  });
});

function escape(text: string): string {
  return text.replace(/[[\]?]/g, '\\$&');
}
