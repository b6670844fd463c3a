import { cluster, groupOf, revision, site, stops, task, worker } from './cluster';
import { ARNS, minutesAgo } from '../../../../src/gotchas/fixtures/recorded/arns';
import { instance } from '../../../../src/gotchas/fixtures/recorded/changed';
import { certificate, executionRole, network, service as web, shop, targetGroup, taskDefinition, web as live } from '../../../../src/gotchas/fixtures/recorded/healthy';
import { toldOf } from '../said-of';
import type { Account, LiveNetwork } from '../../../../src/cli/collect/account';
import type { CapacityProvider, GroupActivity, Task } from '../../../../src/cli/collect/shapes';
import { diagnose } from '../../../../src/cli/doctor/diagnosis/diagnose';

const STEADY = 'has reached a steady state.';
const unstarted = (stoppedReason: string, change: Partial<Task> = {}): Partial<Task> => ({ stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined, containers: [], ...change });
const scaled = (exitCode: number): Partial<Task> => ({
  stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/etl)', containers: [{ name: 'app', exitCode }],
});
const RETRIEVAL = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ';
const front = site('front');
const ill = (Reason: string, healthy = 0) => groupOf(front, {
  health: [1, 2, 3].map((index) => ({ Target: { Id: `10.7.0.${index}` }, TargetHealth: index <= healthy ? { State: 'healthy' } : { State: Reason === 'Target.NotInUse' ? 'unused' : 'unhealthy', Reason } })),
});
const below = { service: { runningCount: 2 } };
const down = { service: { runningCount: 0 }, deployment: { rolloutState: 'IN_PROGRESS' as const, createdAt: minutesAgo(50), runningCount: 0, failedTasks: 6 } };
const withNetwork = (change: Partial<LiveNetwork>) => ({ network: { ...network, ...change } });
const routed = (...states: readonly ('active' | 'blackhole')[]) => withNetwork({
  routeTables: states.map((State, index) => ({
    RouteTableId: `rtb-${index}`, VpcId: 'vpc-1', Associations: [{ SubnetId: ['subnet-a', 'subnet-b'][index] }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: `nat-${index}`, State }],
  })),
});
const GROUP = 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/gpu-group';
const gpu: CapacityProvider = { name: 'gpu', status: 'ACTIVE', autoScalingGroupProvider: { autoScalingGroupArn: GROUP, managedScaling: { status: 'ENABLED' } } };
const group = (change: object, activities: readonly GroupActivity[] = []) => ({
  capacityProviders: [gpu],
  autoScalingGroups: new Map([[GROUP, { group: { AutoScalingGroupName: 'gpu-group', MinSize: 0, MaxSize: 4, DesiredCapacity: 2, AvailabilityZones: [], Instances: [], ...change } as never, activities }]]),
  containerInstances: [],
  cluster: { ...shop.cluster, capacityProviders: ['gpu'] },
});
const provisioning = (minutes: number) => worker('etl', {
  service: { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'gpu', weight: 1 }], runningCount: 0, pendingCount: 5, desiredCount: 5 },
  live: { runningTasks: [1, 2, 3, 4, 5].map((index) => task('etl', { taskArn: `${index}`, lastStatus: 'PROVISIONING', capacityProviderName: 'gpu', createdAt: minutesAgo(minutes), startedAt: undefined })) },
});
const onEc2 = { launchType: 'EC2' as const, platformVersion: undefined };
const launch = (StatusCode: 'Failed' | 'Successful', StatusMessage = '') => [{ ActivityId: '1', Description: 'Launching a new EC2 instance', StatusCode, StatusMessage, StartTime: minutesAgo(3) } as never];
const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf';
const withSecret = { ...taskDefinition, taskDefinitionArn: revision('etl'), family: 'etl', revision: 12, containerDefinitions: [{ ...taskDefinition.containerDefinitions![0], secrets: [{ name: 'DB', valueFrom: secret }] }] };
const address = (index: number): Partial<Task> => ({ taskArn: `t${index}`, attachments: [{ type: 'ElasticNetworkInterface', details: [{ name: 'privateIPv4Address', value: `10.7.0.${index}` }] }] });
const certified = (change: object) => groupOf(front, {
  listeners: (targetGroup.listeners as readonly object[]).map((one) => ({ ...one, certificates: new Map([[certificate.CertificateArn, { ...certificate, ...change }]]), DefaultActions: [{ Type: 'forward', TargetGroupArn: ARNS.targetGroup.replace('/web/', '/front/') }], Rules: [] })),
});
const trusted = (Service: string) => new Map([...(live.roles as ReadonlyMap<string, typeof executionRole>), [executionRole.arn, { ...executionRole, trustPolicy: JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }] }) }]]);
const endpoints = (...names: readonly string[]) => withNetwork({
  routeTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' }] }],
  endpoints: names.map((name) => ({
    VpcEndpointId: `vpce-${name}`, ServiceName: `com.amazonaws.eu-west-1.${name}`, VpcId: 'vpc-1', State: 'available' as never, VpcEndpointType: name === 's3' ? 'Gateway' : 'Interface', PrivateDnsEnabled: name !== 's3', RouteTableIds: name === 's3' ? ['rtb-1'] : [], SubnetIds: name === 's3' ? [] : ['subnet-a', 'subnet-b'], Groups: [{ GroupId: 'sg-ep' }],
  })),
  securityGroups: [...network.securityGroups, { GroupId: 'sg-ep', IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: 'sg-web' }] }] }],
});

describe('nights', () => {
  test.each<[string, readonly string[], Account]>([
    ['a pull limit, over for half an hour', ['warning ops-pull-rate-limit'],
      cluster([worker('etl', { events: [[28, STEADY]] })], { stoppedTasks: stops('etl', [40, 43, 47, 52], unstarted('CannotPullContainerError: toomanyrequests: You have reached your pull rate limit.')) })],
    ['a rollback that ended, for an image that was never pushed', ['error dpl-image-gone'],
      cluster([worker('etl', { events: [[14, STEADY], [19, 'rolling back to (deployment ecs-svc/etl).'], [20, '(deployment ecs-svc/13) deployment failed: tasks failed to start.']], live: { deployments: [{ status: 'ROLLBACK_SUCCESSFUL', finishedAt: minutesAgo(14), statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.' }] } })],
        { stoppedTasks: stops('etl', [21, 24, 28], unstarted('CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/etl:77: not found', { taskDefinitionArn: revision('etl', 13), startedBy: 'ecs-svc/13' })) })],
    ['three deployments, of which the newest does not start', ['error td-arch-mismatch'],
      cluster([worker('etl', {
        service: {
          runningCount: 5,
          deployments: [
            { ...web.deployments![0], id: 'ecs-svc/14', taskDefinition: revision('etl', 14), rolloutState: 'IN_PROGRESS', desiredCount: 5, runningCount: 0, failedTasks: 5, createdAt: minutesAgo(22) },
            { ...web.deployments![0], id: 'ecs-svc/13', status: 'ACTIVE', taskDefinition: revision('etl', 13), desiredCount: 0, runningCount: 1, rolloutState: 'IN_PROGRESS' },
            { ...web.deployments![0], id: 'ecs-svc/12', status: 'ACTIVE', taskDefinition: revision('etl', 12), desiredCount: 4, runningCount: 4 },
          ],
        },
      })], { stoppedTasks: stops('etl', [2, 6, 9, 14], { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', startedBy: 'ecs-svc/14', taskDefinitionArn: revision('etl', 14), containers: [{ name: 'app', exitCode: 255, reason: 'exec /usr/local/bin/docker-entrypoint.sh: exec format error' }] }) })],
    ['tasks that scale in, and have to be killed', ['warning dep-pid1-signals'], cluster([worker('etl')], { stoppedTasks: stops('etl', [3, 9, 20], scaled(137)) })],
    ['steady, with two of three targets ill', ['error net-health-check-misfit'], cluster([site('front', { live: { targetGroups: ill('Target.ResponseCodeMismatch', 1) } })])],
    ['Spot tasks that were interrupted, and no capacity since', ['error cost-spot-without-base'],
      cluster([worker('etl', { service: { runningCount: 2, launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }, events: [[3, 'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.']] })],
        { stoppedTasks: stops('etl', [6, 6, 6], { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.', capacityProviderName: 'FARGATE_SPOT' }) })],
    ['one permission that two services lack', ['error log-create-group-permission'],
      cluster(['a', 'b'].map((name) => worker(name, down)), { stoppedTasks: ['a', 'b'].flatMap((name) => stops(name, [1, 5, 9], unstarted('ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log group: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web-execution/0f9d is not authorized to perform: logs:CreateLogGroup'))) })],
    ['a deployment of 90 minutes with three of five tasks, and no word', ['error dpl-deployment-frozen'],
      cluster([worker('etl', { service: { runningCount: 3 }, deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(90), runningCount: 3, failedTasks: 0 } })])],
    ['targets that somebody deregistered', ['warning net-target-not-registered'],
      cluster([site('front', { live: { runningTasks: [1, 2, 3].map((index) => task('front', address(index))), targetGroups: groupOf(front, { health: [{ Target: { Id: '10.7.0.1' }, TargetHealth: { State: 'healthy' } }] }) } })])],
    ['a rule that leads elsewhere by now', ['error net-target-group-unattached'],
      cluster([site('front', { live: { targetGroups: (ill('Target.NotInUse') as readonly object[]).map((one) => ({ ...one, listeners: (targetGroup.listeners as readonly object[]).map((listener) => ({ ...listener, DefaultActions: [{ Type: 'forward', TargetGroupArn: 'arn:x:targetgroup/other/1' }], Rules: [] })) })) as never } })])],
    ['a certificate that expired yesterday', ['error net-certificate-expires'], cluster([site('front', { live: { targetGroups: certified({ Type: 'IMPORTED', Status: 'EXPIRED', NotAfter: minutesAgo(1500) }) } })])],
    ['a VPC whose DNS was switched off', ['error net-no-egress-path'],
      cluster([worker('etl', { ...down, live: withNetwork({ dns: new Map([['vpc-1', { support: false, hostnames: false }]]) }) })], { stoppedTasks: stops('etl', [2, 7], unstarted('CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/etl:7: failed to do request: Head "https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/etl/manifests/7": dial tcp: lookup 111122223333.dkr.ecr.eu-west-1.amazonaws.com: no such host')) })],
    ['a group whose launches are suspended', ['error ec2-group-cannot-launch'], cluster([provisioning(40)], group({ SuspendedProcesses: [{ ProcessName: 'Launch', SuspensionReason: 'User suspended at 2026-11-28T20:00Z' }] }))],
    ['a group at its maximum', ['error ec2-group-cannot-launch'], cluster([provisioning(40)], group({ DesiredCapacity: 4, Instances: [1, 2, 3, 4].map((index) => ({ InstanceId: `i-${index}`, LifecycleState: 'InService' })) }))],
    ['a group for which EC2 has no instances', ['error ec2-capacity-unavailable'], cluster([provisioning(40)], group({}, launch('Failed', 'We currently do not have sufficient p4d.24xlarge capacity in the Availability Zone you requested (eu-west-1a). Launching EC2 instance failed.')))],
    ['a group in subnets without addresses', ['error net-subnet-ip-exhausted'], cluster([provisioning(40)], group({}, launch('Failed', 'There are not enough free addresses in subnet \'subnet-0ab1\' to satisfy the requested number of instances. Launching EC2 instance failed.')))],
    ['agents that are not connected', ['error ec2-agent-disconnected'],
      cluster([worker('etl', { service: { ...onEc2, runningCount: 0 }, events: [[4, 'was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 3a09) doesn\'t have the agent connected.']] })], { containerInstances: [instance({ agentConnected: false }), instance({ agentConnected: false, containerInstanceArn: 'b' })] })],
    ['a full disk', ['error ec2-disk-fills'],
      cluster([worker('etl', { service: { ...onEc2, runningCount: 1 } })], { containerInstances: [instance()], stoppedTasks: stops('etl', [1, 4, 8, 12], unstarted('Task failed to start', { launchType: 'EC2', containers: [{ name: 'app', reason: 'CannotPullContainerError: failed to register layer: write /usr/lib/libx.so: no space left on device' }] })) })],
    ['credentials of a registry that are refused', ['error td-private-registry-credentials'],
      cluster([worker('etl', down)], { stoppedTasks: stops('etl', [1, 4, 8], unstarted('CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ghcr.io/acme/etl:7: failed to authorize: failed to fetch oauth token: unexpected status from POST request to https://ghcr.io/token: 401 Unauthorized')) })],
    ['an image that is gone, and tasks that show it', ['error dpl-image-gone'],
      cluster([worker('etl', { ...below, live: { images: new Map([['111122223333.dkr.ecr.eu-west-1.amazonaws.com/etl:7', undefined]]) } })], { stoppedTasks: stops('etl', [1, 4, 8], unstarted('CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/etl:7: not found')) })],
    ['a secret that is gone, and tasks that show it', ['error td-secret-reference-form'],
      cluster([worker('etl', { ...below, live: { taskDefinition: withSecret, secrets: new Map([[secret, 'gone']]) } })], { stoppedTasks: stops('etl', [1, 4, 8], unstarted(`${RETRIEVAL}unable to retrieve secret from asm: failed to fetch secret ${secret} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`)) })],
    ['a log group that is gone, and tasks that show it', ['error log-group-missing'],
      cluster([worker('etl', { ...below, live: { logGroups: new Map([['/shop/web', undefined]]) } })], { stoppedTasks: stops('etl', [1, 4, 8], unstarted('ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1')) })],
    ['a key that was disabled', ['error iam-exec-role-secrets-kms'],
      cluster([worker('etl', { ...below, live: { taskDefinition: withSecret, secrets: new Map([[secret, 'there']]) } })], { stoppedTasks: stops('etl', [1, 4, 8], unstarted(`${RETRIEVAL}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: InvalidRequestException: KMSInvalidStateException: arn:aws:kms:eu-west-1:111122223333:key/1 is pending deletion.`)) })],
    ['an execution role that was deleted', ['error iam-trust-policy'],
      cluster([worker('etl', { ...below, live: { roles: new Map([...(live.roles as ReadonlyMap<string, typeof executionRole>), [executionRole.arn, undefined]]) }, events: [[2, `failed to launch a task with (error ECS was unable to assume the role '${executionRole.arn}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).`]] })])],
    ['an execution role that trusts another service by now', ['error iam-trust-policy'], cluster([worker('etl', { live: { roles: trusted('lambda.amazonaws.com') } })])],
    ['a security group that is gone, and tasks that show it', ['error net-subnet-or-group-gone'],
      cluster([worker('etl', { ...down, live: withNetwork({ securityGroups: [] }) })], { stoppedTasks: stops('etl', [1, 4], unstarted('Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet \'subnet-a\': InvalidGroup.NotFound')) })],
    ['a NAT gateway of one zone that is gone, and tasks of that zone', ['error net-no-egress-path'],
      cluster([worker('etl', { service: { runningCount: 3 }, live: routed('active', 'blackhole') })], { stoppedTasks: stops('etl', [1, 4, 9], unstarted('CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref public.ecr.aws/acme/etl:7: failed to do request: Head "https://public.ecr.aws/v2/acme/etl/manifests/7": dial tcp 99.83.145.10:443: i/o timeout')) })],
    ['an endpoint for images that was deleted', ['error net-no-egress-path'],
      cluster([worker('etl', { ...down, live: endpoints('ecr.api', 's3', 'logs') })], { stoppedTasks: stops('etl', [1, 4, 9], unstarted('CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/etl:7: failed to do request: Head "https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/etl/manifests/7": dial tcp 52.1.2.3:443: i/o timeout')) })],
    ['instances without a network interface left', ['error ec2-eni-limit'],
      cluster([worker('etl', { service: { ...onEc2, runningCount: 3 }, events: [[2, 'was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 3a09) encountered error "RESOURCE:ENI".']] })], { containerInstances: [instance()] })],
    ['subnets without addresses, and tasks that show it', ['error net-subnet-ip-exhausted'],
      cluster([worker('etl', { ...below, live: withNetwork({ subnets: network.subnets.map((one) => ({ ...one, AvailableIpAddressCount: 0 })) }) })], { stoppedTasks: stops('etl', [1, 4, 9], unstarted('Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet \'subnet-a\': InsufficientFreeAddressesInSubnet')) })],
    ['a rule that starts no task', ['warning ops-schedule-cannot-start'], cluster([worker('etl')], { rules: [{ name: 'nightly', failed: 4, deadLetters: 0 }] })],
    ['messages in a dead-letter queue', ['warning que-dead-letters-wait'],
      { ...cluster([worker('etl')]), deadLetterQueues: new Map([['arn:q', { name: 'orders-dlq', sources: ['orders'], messages: 12, retentionDays: 4 }]]) }],
    ['a container health check that fails, and tasks that ECS replaces for it', ['error dep-startup-longer-than-check'],
      cluster([worker('etl', { service: { runningCount: 5 }, live: { runningTasks: [1, 2, 3, 4, 5].map((index) => task('etl', { taskArn: `${index}`, healthStatus: 'UNHEALTHY', containers: [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }] })) } })], { stoppedTasks: stops('etl', [2, 5, 8, 11], { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks', containers: [{ name: 'app', exitCode: 137 }] }) })],
    ['an alarm that is on before a deployment', ['warning dpl-alarm-useless'],
      cluster([worker('etl', { service: { deploymentConfiguration: { ...web.deploymentConfiguration, alarms: { enable: true, rollback: true, alarmNames: ['p99'] } } }, live: { deploymentAlarms: [{ AlarmName: 'p99', StateValue: 'ALARM' }] } })])],
    ['a namespace that is gone, and tasks that never get active', ['error sd-namespace-gone'],
      cluster([worker('etl', { service: { runningCount: 4, pendingCount: 1 }, live: { namespaces: new Map([['ns-1', undefined]]), runningTasks: [...[1, 2, 3, 4].map((index) => task('etl', { taskArn: `${index}` })), task('etl', { taskArn: 'p', lastStatus: 'ACTIVATING', createdAt: minutesAgo(40), startedAt: undefined })] } })])],
    ['a revision that was deregistered, and a task less', ['error td-inactive-or-unpinned-revision'],
      cluster([worker('etl', { service: { runningCount: 4 }, live: { taskDefinition: { ...taskDefinition, taskDefinitionArn: revision('etl'), family: 'etl', revision: 12, status: 'INACTIVE' } }, events: [[2, 'failed to launch a task with (error TaskDefinition is inactive).']] })])],
    ['a mount target of one zone that is gone, and tasks of that zone', ['error sto-efs-unreachable'],
      cluster([worker('etl', { service: { runningCount: 3 }, live: { mountTargets: new Map([['fs-1', [{ MountTargetId: 'm', FileSystemId: 'fs-1', SubnetId: 'subnet-a', LifeCycleState: 'available', AvailabilityZoneName: 'eu-west-1a' }]]]) } })], { stoppedTasks: stops('etl', [1, 4, 9], unstarted('ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-1.efs.eu-west-1.amazonaws.com" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID.')) })],
    ['no inbound rule for the load balancer any more', ['error net-task-sg-blocks-lb'],
      cluster([site('front', { live: { targetGroups: ill('Target.Timeout'), ...withNetwork({ securityGroups: [{ ...network.securityGroups[0], IpPermissions: [] }] }) } })])],
    ['instances that all drain', ['error ec2-no-instances'], cluster([worker('etl', { service: { ...onEc2, runningCount: 2 } })], { containerInstances: [instance({ status: 'DRAINING' })] })],
    ['a task on its own whose image is gone', ['warning dpl-image-gone'],
      cluster([worker('etl')], { stoppedTasks: stops('etl', [4], unstarted('CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/job:1: not found', { group: 'family:job' })) })],
    ['a deployment that failed beside the old tasks, without a rollback', ['error dpl-deployment-failed'],
      cluster([worker('etl', {
        service: {
          runningCount: 5,
          deployments: [
            { ...web.deployments![0], id: 'ecs-svc/14', taskDefinition: revision('etl', 14), rolloutState: 'FAILED', rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.', desiredCount: 0, runningCount: 0, failedTasks: 10, updatedAt: minutesAgo(130) },
            { ...web.deployments![0], id: 'ecs-svc/12', status: 'ACTIVE', taskDefinition: revision('etl', 12), desiredCount: 5, runningCount: 5 },
          ],
        },
        live: { deployments: [{ status: 'STOPPED' }] },
      })])],
    ['a rollback that does not start either, as its image has expired', ['error dpl-image-gone'],
      cluster([worker('etl', { service: { runningCount: 1 }, deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(35), runningCount: 1, failedTasks: 4 }, live: { deployments: [{ status: 'ROLLBACK_IN_PROGRESS', statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.' }] }, events: [[35, 'rolling back to (deployment ecs-svc/etl).']] })],
        { stoppedTasks: stops('etl', [1, 5, 9, 13], unstarted('CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/etl:12: not found')) })],
    ['a daemon without room on one of three instances', ['error ec2-capacity-too-small'],
      cluster([worker('agent', { service: { ...onEc2, availabilityZoneRebalancing: undefined, schedulingStrategy: 'DAEMON', desiredCount: 3, runningCount: 2 }, deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(45), runningCount: 2, desiredCount: 3 }, events: [[2, 'was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 3a09) has insufficient memory available.']] })], { containerInstances: [1, 2, 3].map((index) => instance({ containerInstanceArn: `${index}` })) })],
    ['a volume whose key is disabled', ['error sto-ebs-rules'],
      cluster([worker('etl', below)], { stoppedTasks: stops('etl', [1, 5, 9], unstarted('Task failed to start', { attachments: [{ type: 'AmazonElasticBlockStorage', status: 'DELETED', details: [{ name: 'statusReason', value: 'ECS failed to set up the EBS volume. Encountered KMSInvalidStateException; The key is disabled.' }] }] })) })],
    ['tasks that end by themselves', ['error ops-unknown-stop'],
      cluster([worker('etl', { service: { runningCount: 4 } })], { stoppedTasks: stops('etl', [1, 5, 9, 14], { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 0 }, { name: 'otel', exitCode: 143 }] }) })],
    ['a load balancer that failed', ['error net-load-balancer-failed'], cluster([site('front', { live: { targetGroups: (front.targetGroups as readonly { readonly loadBalancers: readonly object[] }[]).map((one) => ({ ...one, loadBalancers: one.loadBalancers.map((balancer) => ({ ...balancer, State: { Code: 'failed', Reason: 'Out of addresses' } })) })) as never } })])],
  ])('%s', (_, told, account) => {
    expect(toldOf(account)).toEqual(told);
    // What stands first is the cause.
    const { findings } = diagnose(account);
    const [severity, id] = told[0].split(' ');
    expect(findings.find((finding) => finding.severity === severity)!.id).toBe(id);
  });
});

describe('quiet nights', () => {
  test.each<[string, Account]>([
    ['tasks that scale in beside a deployment', cluster([worker('etl', { service: { runningCount: 3 }, deployment: { rolloutState: 'IN_PROGRESS', createdAt: minutesAgo(5), runningCount: 3 }, events: [[1, 'has started 2 tasks: (task 1) (task 2).']] })], { stoppedTasks: stops('etl', [1, 2], scaled(143)) })],
    ['a service that was scaled to nothing', cluster([site('front', { service: { desiredCount: 0, runningCount: 0 }, live: { targetGroups: groupOf(front, { health: [] }) } })], { stoppedTasks: stops('front', [20, 20, 20], scaled(0)) })],
    ['tasks that Fargate retired, and their successors', cluster([worker('etl', { service: { runningCount: 3, pendingCount: 2 }, live: { runningTasks: [...[1, 2, 3].map((index) => task('etl', { taskArn: `${index}` })), task('etl', { taskArn: 'p', lastStatus: 'PENDING', createdAt: minutesAgo(1), startedAt: undefined })] }, events: [[1, 'has started 2 tasks: (task 1) (task 2).']] })], { stoppedTasks: stops('etl', [2, 2], { stopCode: 'TerminationNotice', stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task.' }) })],
    ['a rollback that a good deployment has replaced', cluster([worker('etl', { events: [[20, STEADY], [21, '(deployment ecs-svc/etl) deployment completed.'], [50, 'rolling back to (deployment ecs-svc/4).']], deployment: { createdAt: minutesAgo(30) }, live: { deployments: [{ status: 'SUCCESSFUL', createdAt: minutesAgo(30) }, { status: 'ROLLBACK_SUCCESSFUL' }] } })], { stoppedTasks: stops('etl', [52, 55], { ...unstarted('CannotPullContainerError: not found'), startedBy: 'ecs-svc/13' }) })],
    ['a fault that was over before the service was steady', cluster([worker('etl', { events: [[100, STEADY], [200, 'was unable to place a task. Reason: Capacity is unavailable at this time.']] })])],
    ['stops of a service whose name only begins alike', cluster([worker('etl')], { stoppedTasks: stops('etl-old', [1, 2, 3], { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' }) })],
    ['tasks that a person stopped, and their successors', cluster([worker('etl', { service: { runningCount: 4, pendingCount: 1 }, events: [[1, 'has started 1 tasks: (task 1).']] })], { stoppedTasks: stops('etl', [2], { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user', containers: [{ name: 'app', exitCode: 143 }] }) })],
    ['targets of all tasks', cluster([site('front', { live: { runningTasks: [1, 2, 3].map((index) => task('front', address(index))) } })])],
    ['a certificate of 200 days', cluster([site('front', { live: { targetGroups: certified({}) } })])],
    ['a group that rebalances no zones', cluster([worker('etl')], group({ DesiredCapacity: 0, SuspendedProcesses: [{ ProcessName: 'AZRebalance' }] }))],
    ['a group that has launched', cluster([provisioning(2)], group({ DesiredCapacity: 2, Instances: [{ InstanceId: 'i-1', LifecycleState: 'InService' }, { InstanceId: 'i-2', LifecycleState: 'InService' }] }, launch('Successful')))],
    ['agents that are connected', cluster([worker('etl', { service: onEc2 })], { containerInstances: [instance(), instance({ containerInstanceArn: 'b' })] })],
    ['a NAT gateway in each zone', cluster([worker('etl', { live: routed('active', 'active') })])],
    ['all endpoints, and no other way', cluster([worker('etl', { live: endpoints('ecr.api', 'ecr.dkr', 's3', 'logs') })])],
    ['an execution role that trusts tasks', cluster([worker('etl', { live: { roles: trusted('ecs-tasks.amazonaws.com') } })])],
    ['a rule that starts its tasks', cluster([worker('etl')], { rules: [{ name: 'nightly', failed: 0, deadLetters: 0 }] })],
    ['a dead-letter queue without messages', { ...cluster([worker('etl')]), deadLetterQueues: new Map([['arn:q', { name: 'orders-dlq', sources: ['orders'], messages: 0, retentionDays: 4 }]]) }],
    ['a secret that is there', cluster([worker('etl', { live: { taskDefinition: withSecret, secrets: new Map([[secret, 'there']]) } })])],
    ['mount targets in each zone', cluster([worker('etl', { live: { mountTargets: new Map([['fs-1', ['eu-west-1a', 'eu-west-1b'].map((zone) => ({ MountTargetId: zone, FileSystemId: 'fs-1', SubnetId: 'x', LifeCycleState: 'available' as const, AvailabilityZoneName: zone }))]]) } })])],
    ['an alarm that is fine', cluster([worker('etl', { service: { deploymentConfiguration: { ...web.deploymentConfiguration, alarms: { enable: true, rollback: true, alarmNames: ['p99'] } } }, live: { deploymentAlarms: [{ AlarmName: 'p99', StateValue: 'OK' }] } })])],
    ['one instance of two that drains', cluster([worker('etl', { service: onEc2 })], { containerInstances: [instance(), instance({ containerInstanceArn: 'b', status: 'DRAINING' })] })],
  ])('%s', (_, account) => expect(toldOf(account)).toEqual([]));
});
