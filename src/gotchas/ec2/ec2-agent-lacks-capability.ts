import type { CapacityFacts } from '../../facts/capacity';
import { known, Unknown } from '../../facts/fact';
import type { TaskFacts } from '../../facts/task';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

/** Log drivers that ecs-init offers on Amazon Linux by itself. */
const BY_DEFAULT = ['json-file', 'syslog', 'awslogs', 'fluentd', 'none'];
/** Volume drivers of Docker, and of the image of ECS. */
const VOLUME_DRIVERS = ['local', 'amazon-ecs-volume-plugin'];

export const ec2AgentLacksCapability = defineGotcha({
  id: 'ec2-agent-lacks-capability',
  title: 'The agent of the instances does not offer what the task needs',
  consequence: 'never-works',
  symptom: '`was unable to place a task because no container instance met all of its requirements. The closest matching container-instance … is missing an attribute required by your task.`',
  why: 'The agent registers its instance with the log drivers that it is set to, with the plugins of Docker that it finds, and on Windows with network interfaces for tasks when it is asked to. ECS places a task only where all of what it uses is registered.',
  rule: `The log drivers of a task on instances are in \`ECS_AVAILABLE_LOGGING_DRIVERS\` of the user data, which is ${BY_DEFAULT.join(', ')} on Amazon Linux by default. `
    + 'The user data installs the plugin of a volume driver that is not `local`. On Windows, network mode `awsvpc` has `-EnableTaskENI`.',
  fix: 'set up the agent in the user data for what the task uses',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['onFargate', 'capacities'],
  reads: ['task'],
  check: ({ onFargate, capacities, task }) => onFargate || capacities.length === 0 ? [] : all(
    () => each(known(known(task).containers), (container): readonly Result[] => {
      const driver = known(container.logging) ? known(known(container.logging)!.driver) : 'awslogs';
      if (driver === 'awsfirelens' || !capacities.every((capacity) => lacksDriver(capacity, driver))) return [];
      return [{ property: ofContainer(container, 'logging'), detail: `logging (${driver}) is a log driver that the agent of the instances does not offer`, fix: `add ${driver} to ECS_AVAILABLE_LOGGING_DRIVERS in the user data` }];
    }),
    () => each(known(known(task).volumes), ({ docker }): readonly Result[] => {
      const driver = known(docker) && known(known(docker)!.driver);
      if (driver === undefined || VOLUME_DRIVERS.includes(driver) || !capacities.every(lacksPlugin)) return [];
      return [{ property: 'volumes', detail: `driver (${driver}) is a plugin of Docker that nothing installs on the instances`, fix: `install ${driver} in the user data, before the agent starts, or use a volume of EFS or EBS` }];
    }),
    () => interfaces(known(task), capacities),
  ),
});

function lacksDriver({ agentSettings, imageParameter }: CapacityFacts, driver: string): boolean {
  const set = known(agentSettings).get('ECS_AVAILABLE_LOGGING_DRIVERS');
  if (set !== undefined) return /^[a-z]/.test(set) && !set.split(',').includes(driver);
  if (BY_DEFAULT.includes(driver)) return false;
  return isOfEcs(imageParameter);
}

function lacksPlugin({ mayInstallPlugins, imageParameter }: CapacityFacts): boolean {
  return !known(mayInstallPlugins) && isOfEcs(imageParameter);
}

/** An image of one's own may bring a plugin, and settings of the agent. */
function isOfEcs(imageParameter: CapacityFacts['imageParameter']): boolean {
  const image = known(imageParameter) ?? known(new Unknown('the image of the instances may bring it'));
  return image.startsWith('/aws/service/ecs/optimized-ami/amazon-linux');
}

function interfaces({ networkMode, operatingSystemFamily }: TaskFacts, capacities: readonly CapacityFacts[]): readonly Result[] {
  if (known(networkMode) !== 'awsvpc' || !known(operatingSystemFamily).startsWith('WINDOWS')) return [];
  if (!capacities.every(({ agentSettings }) => ['unset', 'false'].includes(known(agentSettings).get('ECS_ENABLE_TASK_ENI') ?? ''))) return [];
  return [{ property: 'networkMode', detail: 'networkMode (awsvpc) needs network interfaces for tasks, which the agent of the instances does not make', fix: 'pass -EnableTaskENI to Initialize-ECSAgent in the user data' }];
}
