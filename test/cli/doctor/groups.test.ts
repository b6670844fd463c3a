import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { withGroup } from '../../../src/gotchas/ec2/ec2-group-cannot-launch.cases';
import { instance } from '../../../src/gotchas/fixtures/recorded/changed';
import { launchFailure } from '../../../src/cli/doctor/classifier/launch-failure';

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

test.each<[string, RegExp]>([
  ['Your requested instance type (m6i.large) is not supported in your requested Availability Zone (us-east-1e). Please retry your request by not specifying an Availability Zone or choosing us-east-1a.', /launch template/],
  ['The requested Availability Zone us-east-1e is no longer supported. Please retry your request by not specifying an Availability Zone', /zones/],
  ['You have requested more instances (3) than your current instance limit of 2 allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.', /quota/],
  ['The architecture \'arm64\' of the specified instance type does not match the architecture \'x86_64\' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again.', /fit its image/],
  ['Invalid device name upload. Launching EC2 instance failed.', /blockDeviceMappings/],
  ['Value (ephemeral9) for parameter virtualName is invalid. Expected format: \'ephemeralNUMBER\'. Launching EC2 instance failed.', /launch template|blockDevice/],
  ['In order to use this AWS Marketplace product you need to accept terms and subscribe. To do so please visit https://aws.amazon.com/marketplace/pp?sku=1', /terms/],
  ['Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.UserInitiatedShutdown: User initiated shutdown', /console/],
  ['Volume of size 8GB is smaller than snapshot \'snap-0f\', expect size>= 30GB. Launching EC2 instance failed.', /root disk/],
  ['The requested reservation does not have enough compatible and available capacity for this request. Launching EC2 instance failed.', /reservation|instance types/],
  ['Max spot instance count exceeded. Launching EC2 instance failed.', /quota/],
  ['Authentication Failure. Launching EC2 instance failed.', /allow/],
  ['You are not authorized to use launch template: lt-0f9de17a', /allow/],
  ['Access denied when attempting to assume role arn:aws:iam::1:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling. Validating load balancer configuration failed.', /allow/],
])('the message of EC2 Auto Scaling: %s', (text, fix) => expect(launchFailure(text).fix).toMatch(fix));
