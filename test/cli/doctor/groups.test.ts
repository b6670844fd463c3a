import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { withGroup } from '../../../src/gotchas/ec2/ec2-group-cannot-launch.cases';
import { instance } from '../../../src/gotchas/fixtures/recorded/changed';

const errors = (account: ReturnType<typeof withGroup>) => diagnose(account).findings.filter(({ severity }) => severity === 'error').map(({ id, detail }) => `${id}: ${detail}`);
const failed = (StatusMessage: string) => withGroup({ waiting: true, group: { DesiredCapacity: 2 }, activities: [{ StatusCode: 'Failed', Description: 'Launching a new EC2 instance', StatusMessage }] });

const WHERE = 'of group shop, for capacity provider shop-ec2';
const WAIT = ', and 1 task waits for an instance';

test.each<[string, string]>([
  ['Could not launch On-Demand Instances. VcpuLimitExceeded - You have requested more vCPU capacity than your current vCPU limit of 32 allows for the instance bucket that the specified instance type belongs to. Launching EC2 instance failed.', 'dpl-no-quota'],
  ['We currently do not have sufficient m5.large capacity in the Availability Zone you requested (eu-west-1a). Launching EC2 instance failed.', 'ec2-capacity-unavailable'],
  ['Could not launch Spot Instances. UnfulfillableCapacity - Unable to fulfill capacity due to your request configuration. Launching EC2 instance failed.', 'ec2-capacity-unavailable'],
  ['Your Spot request price of 0.02 is lower than the minimum required Spot request fulfillment price of 0.03. Launching EC2 instance failed.', 'ec2-capacity-unavailable'],
  ['You are not authorized to use launch template: lt-0123456789abcdef0. Launching EC2 instance failed.', 'ec2-group-cannot-launch'],
  ['Client.InternalError: Client error on launch', 'ec2-group-cannot-launch'],
  ['The security group \'sg-0123456789abcdef0\' does not exist. Launching EC2 instance failed.', 'ec2-group-cannot-launch'],
  ['Something that is new', 'ec2-group-cannot-launch'],
])('%s', (text, id) => {
  expect(errors(failed(text))[0]).toMatch(new RegExp(`^${id}: activities \\(Failed\\) ${WHERE}: the last launch of an instance failed, .*${WAIT}$`));
});

test('a launch that failed while no task waits is a warning', () => {
  const account = withGroup({ group: { DesiredCapacity: 3 }, activities: [{ StatusCode: 'Failed', Description: 'Launching a new EC2 instance', StatusMessage: 'Something that is new' }] });
  expect(diagnose(account).findings.filter(({ id }) => id === 'ec2-group-cannot-launch')).toMatchObject([{ severity: 'warning' }]);
});

test('a group at its maximum is named with its providers and the tasks that wait', () => {
  expect(errors(withGroup({ group: { MaxSize: 1 }, waiting: true }))).toContain(`ec2-group-cannot-launch: maxSize (1) ${WHERE} is reached${WAIT}`);
});

test.each([[true, 'error'], [false, 'warning']])('suspended launches of a group with all its instances (a task waits: %p) are of severity %s', (waiting, severity) => {
  const account = withGroup({ group: { SuspendedProcesses: [{ ProcessName: 'Launch' }] }, waiting });
  expect(diagnose(account).findings.filter(({ id }) => id === 'ec2-group-cannot-launch')).toMatchObject([{ severity }]);
});

test('suspended alarms are a fault where ECS scales the group', () => {
  const suspended = { group: { SuspendedProcesses: [{ ProcessName: 'AlarmNotification' }] } };
  expect(diagnose(withGroup(suspended)).findings.map(({ id }) => id)).toContain('ec2-group-cannot-launch');
  expect(diagnose(withGroup({ ...suspended, managedScaling: 'DISABLED' })).findings.map(({ id }) => id)).not.toContain('ec2-group-cannot-launch');
});

test('a maximum of 0 is found as in templates', () => {
  expect(errors(withGroup({ group: { MaxSize: 0, DesiredCapacity: 0, Instances: [] } }))).toEqual(['ec2-asg-tampering: maxSize (0) of the Auto Scaling group never lets an instance start']);
});

test('agents that are not connected may be those of a warm pool', () => {
  const { clusters: [cluster], ...account } = withGroup({ group: { WarmPoolConfiguration: { MinSize: 2 } } });
  const looked = { ...account, clusters: [{ ...cluster, containerInstances: [instance({ agentConnected: false })] }] };
  expect(diagnose(looked).findings.find(({ id }) => id === 'ec2-agent-disconnected')).toMatchObject({ fix: expect.stringContaining('ECS_WARM_POOLS_CHECK=true') });
  const [other] = withGroup({}).clusters;
  const without = { ...account, clusters: [{ ...other, containerInstances: [instance({ agentConnected: false })] }] };
  expect(diagnose(without).findings.find(({ id }) => id === 'ec2-agent-disconnected')?.fix).not.toContain('WARM_POOLS');
});
