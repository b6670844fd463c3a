import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const MODES = ['awsvpc', 'host'];
const DRIVERS = ['awslogs', 'splunk', 'awsfirelens', 'json-file'];

export const tdManagedInstancesRules = defineGotcha({
  id: 'td-managed-instances-rules',
  title: 'A task for Managed Instances with what they do not have',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` that names the setting.',
  why: 'Managed Instances run Linux tasks with awsvpc or host networking on instances that ECS owns; it refuses to register a task definition for them with anything else.',
  rule: 'With `MANAGED_INSTANCES` among the `requiresCompatibilities`, the network mode is `awsvpc` or `host`, the operating system Linux, and log drivers are `awslogs`, `splunk`, `awsfirelens` or `json-file`. There is no `ipcMode`, `proxyConfiguration`, `ephemeralStorage` or Docker volume.',
  fix: 'remove the setting, or take MANAGED_INSTANCES out of requiresCompatibilities and run the task on EC2',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html',
  levels: ['synth'],
  designedOut: 'Our services run on Fargate and on instances of your own.',
  subject: 'task',
  needs: ['requiresCompatibilities'],
  reads: ['networkMode', 'operatingSystemFamily', 'ipcMode', 'proxy', 'ephemeralStorageGiB', 'volumes', 'containers'],
  check: (task) => !task.requiresCompatibilities.includes('MANAGED_INSTANCES') ? [] : all(
    () => MODES.includes(known(task.networkMode)) ? [] : found('networkMode', known(task.networkMode), `, only ${MODES.join(' or ')}`),
    () => known(task.operatingSystemFamily) === 'LINUX' ? [] : found('runtimePlatform.operatingSystemFamily', known(task.operatingSystemFamily), ', which run LINUX'),
    () => known(task.ipcMode) === undefined ? [] : found('ipcMode', known(task.ipcMode)),
    () => known(task.proxy) === undefined ? [] : found('proxyConfiguration', 'set'),
    () => known(task.ephemeralStorageGiB) === undefined ? [] : found('ephemeralStorage', `${known(task.ephemeralStorageGiB)} GiB`),
    () => each(known(task.volumes), (volume) => known(volume.kind) === 'docker' ? found('volumes', `${known(volume.name)}, a Docker volume`) : []),
    () => each(known(task.containers), (container) => {
      const logging = known(container.logging);
      if (logging === undefined || DRIVERS.includes(known(logging.driver))) return [];
      return found(ofContainer(container, 'logConfiguration.logDriver'), known(logging.driver), `, only ${DRIVERS.join(', ')}`);
    }),
  ),
});

function found(property: string, value: string | undefined, rule = ''): readonly Result[] {
  return [{ property, detail: `${property.replace(/^containers\[.*\]\./, '')} (${value}) is not available on Managed Instances${rule}` }];
}
