import type { Account } from '../../../src/cli/collect/account';
import type { StackEvent } from '../../../src/cli/collect/shapes';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { Unknown } from '../../../src/facts/fact';
import { withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { ofDatabase, ofService, ofStack, STACK_ID, withStack } from '../../../src/gotchas/fixtures/recorded/stacks';

const ofStacks = (account: Account) => diagnose(account).findings.filter(({ id }) => id.startsWith('dpl-stack-'));
const GONE = 'ECS Deployment Circuit Breaker was triggered';

describe('a stack that waits', () => {
  test.each<[string, number, string]>([['for minutes', 4, 'info'], ['for long', 45, 'warning']])('%s', (_, minutes, severity) => {
    const found = ofStacks(withStack('UPDATE_IN_PROGRESS', [ofService('UPDATE_IN_PROGRESS', minutes), ofStack('UPDATE_IN_PROGRESS', minutes + 1)]));
    expect(found).toMatchObject([{ id: 'dpl-stack-waits', severity, detail: expect.stringContaining(`(Shop, UPDATE_IN_PROGRESS) has waited for this service for ${minutes} minutes; CloudFormation gives up after 3 hours, at `) }]);
  });

  test('waits since the first event of the resource, not since its last', () => {
    const events = [ofService('CREATE_IN_PROGRESS', 20, 'Resource creation Initiated'), ofService('CREATE_IN_PROGRESS', 21), ofStack('CREATE_IN_PROGRESS', 30)];
    expect(ofStacks(withStack('CREATE_IN_PROGRESS', events))).toMatchObject([{ detail: expect.stringContaining('for 21 minutes') }]);
  });

  test('keeps its own finding beside the cause of the tasks that stop', () => {
    const account = withStack('UPDATE_IN_PROGRESS', [ofService('UPDATE_IN_PROGRESS', 45), ofStack('UPDATE_IN_PROGRESS', 46)], 5);
    expect(diagnose(account).findings.map(({ severity, id }) => `${severity} ${id}`)).toEqual(expect.arrayContaining(['error dpl-deployment-frozen', 'warning dpl-stack-waits']));
  });

  test.each<[string, string, readonly StackEvent[]]>([
    ['whose service is done', 'UPDATE_IN_PROGRESS', [ofService('UPDATE_COMPLETE', 5), ofService('UPDATE_IN_PROGRESS', 45), ofStack('UPDATE_IN_PROGRESS', 47)]],
    ['whose service waited in an earlier operation', 'UPDATE_IN_PROGRESS', [ofStack('UPDATE_IN_PROGRESS', 5), ofStack('UPDATE_COMPLETE', 6), ofService('UPDATE_IN_PROGRESS', 45), ofStack('UPDATE_IN_PROGRESS', 47)]],
    ['that cleans up', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', []],
    ['that is complete', 'CREATE_COMPLETE', []],
    ['of which no event is left', 'UPDATE_IN_PROGRESS', []],
  ])('%s is none', (_, status, events) => expect(ofStacks(withStack(status, events))).toEqual([]));
});

describe('a stack that rolls back', () => {
  const failed = [
    ofService('UPDATE_FAILED', 6, 'Resource update cancelled'), ofDatabase('UPDATE_FAILED', 7, 'Cannot upgrade mysql'), ofService('UPDATE_IN_PROGRESS', 8), ofStack('UPDATE_IN_PROGRESS', 9),
  ];

  test('names the resource that failed first, with the words of CloudFormation, and the service that it waits for again', () => {
    const [{ severity, detail, evidence }, ...others] = ofStacks(withStack('UPDATE_ROLLBACK_IN_PROGRESS', [ofService('UPDATE_IN_PROGRESS', 4), ofStack('UPDATE_ROLLBACK_IN_PROGRESS', 5), ...failed]));
    expect(others).toEqual([]);
    expect(severity).toBe('warning');
    expect(detail).toMatch(/^stack \(Shop, UPDATE_ROLLBACK_IN_PROGRESS\) rolls back, because Db \(AWS::RDS::DBInstance\) is UPDATE_FAILED, and has waited for this service for 4 minutes \(/);
    expect(evidence).toEqual(['Cannot upgrade mysql']);
  });

  test('because of the service itself', () => {
    const events = [ofStack('UPDATE_ROLLBACK_IN_PROGRESS', 5), ofService('UPDATE_FAILED', 6, GONE), ofService('UPDATE_IN_PROGRESS', 186), ofStack('UPDATE_IN_PROGRESS', 187)];
    expect(ofStacks(withStack('UPDATE_ROLLBACK_IN_PROGRESS', events))).toMatchObject([{ detail: expect.stringContaining('because Web (AWS::ECS::Service) is UPDATE_FAILED'), evidence: [GONE] }]);
  });

  test('with its root stack', () => {
    const account = withStack('UPDATE_ROLLBACK_IN_PROGRESS', [ofStack('UPDATE_ROLLBACK_IN_PROGRESS', 5), ofStack('UPDATE_IN_PROGRESS', 9)]);
    const { stack } = account.clusters[0].services[0];
    const nested = { ...stack as object, stack: { ...(stack as { stack: object }).stack, RootId: STACK_ID.replace('stack/Shop/', 'stack/Root/') } };
    expect(ofStacks(withLive({ stack: nested as never }))).toMatchObject([{ detail: expect.stringContaining('rolls back, as does its root stack Root') }]);
  });

  test.each<[string, number, readonly string[]]>([['a while ago', 20, ['info']], ['long ago', 400, []]])('ended %s', (_, minutes, severities) => {
    const events = [ofStack('UPDATE_ROLLBACK_COMPLETE', minutes), ofStack('UPDATE_ROLLBACK_IN_PROGRESS', minutes + 1), ofDatabase('UPDATE_FAILED', minutes + 2, 'no'), ofStack('UPDATE_IN_PROGRESS', minutes + 3)];
    expect(ofStacks(withStack('UPDATE_ROLLBACK_COMPLETE', events)).map(({ severity }) => severity)).toEqual(severities);
  });
});

describe('a stack that is stuck', () => {
  test.each([
    ['UPDATE_ROLLBACK_FAILED', 'aws cloudformation continue-update-rollback --stack-name Shop'],
    ['UPDATE_FAILED', 'aws cloudformation rollback-stack --stack-name Shop'],
    ['ROLLBACK_FAILED', 'aws cloudformation delete-stack --stack-name Shop'],
    ['CREATE_FAILED', 'aws cloudformation delete-stack --stack-name Shop'],
    ['DELETE_FAILED', 'aws cloudformation delete-stack --stack-name Shop'],
  ])('%s is an error with its way out', (status, command) => {
    expect(ofStacks(withStack(status, []))).toMatchObject([{ id: 'dpl-stack-stuck', severity: 'error', fix: expect.stringContaining(command) }]);
  });

  test('names what failed in the rollback, not what began it', () => {
    const events = [
      ofStack('UPDATE_ROLLBACK_FAILED', 4), ofService('UPDATE_FAILED', 5, GONE), ofStack('UPDATE_ROLLBACK_IN_PROGRESS', 6), ofDatabase('UPDATE_FAILED', 7, 'no'), ofStack('UPDATE_IN_PROGRESS', 8),
    ];
    expect(ofStacks(withStack('UPDATE_ROLLBACK_FAILED', events))).toMatchObject([{ detail: expect.stringContaining('because Web (AWS::ECS::Service)'), evidence: [GONE] }]);
  });

  test('has the fix for what AWS refused', () => {
    const refused = 'Resource handler returned message: "Invalid request provided: CreateService error: The target group with targetGroupArn arn:x does not have an associated load balancer."';
    const events = [ofStack('UPDATE_ROLLBACK_FAILED', 4), ofService('UPDATE_FAILED', 5, refused), ofStack('UPDATE_ROLLBACK_IN_PROGRESS', 6), ofStack('UPDATE_IN_PROGRESS', 8)];
    expect(ofStacks(withStack('UPDATE_ROLLBACK_FAILED', events))).toMatchObject([{ fix: expect.stringMatching(/^repair what failed \(forward to the target group from a listener or a rule, and deploy\), then continue with aws cloudformation/) }]);
  });

  test('is reported without its events too', () => {
    const account = withStack('UPDATE_ROLLBACK_FAILED', []);
    const { stack } = account.clusters[0].services[0];
    const report = diagnose(withLive({ stack: { ...stack as object, events: new Unknown('cloudformation:DescribeStackEvents is denied: allow it') } as never }));
    expect(report.findings).toMatchObject([{ id: 'dpl-stack-stuck' }]);
    expect(report.gaps).toEqual(expect.arrayContaining([expect.objectContaining({ reason: 'cloudformation:DescribeStackEvents is denied: allow it' })]));
  });
});
