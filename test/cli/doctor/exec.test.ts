import { findingsOf } from './said-of';
import { opsExecNotUsable } from '../../../src/gotchas/ops/ops-exec-not-usable';
import { cases } from '../../../src/gotchas/ops/ops-exec-not-usable.cases';

/** The finding of a recorded case. */
function of(name: string) {
  const { account } = cases.find((one) => one.name === name)!;
  return findingsOf(account, opsExecNotUsable.id);
}

test.each([
  ['an agent that stopped', '1 container, whose agent has stopped', opsExecNotUsable.fix],
  ['an agent that does not start', 'whose agent has not started in 10 minutes', opsExecNotUsable.fix],
  ['a container without an agent', 'which has no agent of it', opsExecNotUsable.fix],
  ['an agent without a way to Systems Manager', 'has stopped', 'add an interface endpoint for ssmmessages'],
  ['an agent whose endpoint has no private DNS', 'has stopped', 'turn on private DNS of the endpoint vpce-1'],
  ['an agent on a read-only root', 'has stopped', 'mount volumes at /managed-agents, /var/lib/amazon/ssm and /var/log/amazon/ssm of container app'],
  ['an agent without a task role', 'has stopped', 'set a task role that allows the four ssmmessages actions'],
])('%s is found, with its fix', (name, detail, fix) => {
  expect(of(name)).toMatchObject([{ severity: 'warning', detail: expect.stringContaining(detail), fix: expect.stringContaining(fix) }]);
});

test('the words of ECS are the evidence', () => {
  expect(of('an agent that stopped')).toMatchObject([{ evidence: ['no network'] }]);
});
