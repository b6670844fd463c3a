import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

const DATADOG = /(^|\/)(datadog|datadoghq)\/agent$/;
const CLOUDWATCH = /(^|\/)cloudwatch-agent$/;

export const obsAgentNotConfigured = defineGotcha({
  id: 'obs-agent-not-configured',
  title: 'An agent lacks the variable that it can\'t work without',
  consequence: 'misbehaves',
  symptom: 'The agent ends at its start, as with `No json config files found`, or its log asks for an API key, and no metrics or traces arrive.',
  why: 'The Datadog agent needs an API key, and on Fargate has to know that it is there. The CloudWatch agent of a container reads its configuration from a variable or from a mounted directory.',
  rule: 'A container of the image `datadog/agent` has `DD_API_KEY`, and on Fargate `ECS_FARGATE`. One of the image `cloudwatch-agent` has `CW_CONFIG_CONTENT` or a mount. '
    + 'A container with a command of its own is left out.',
  fix: 'set the variable in the environment or in the secrets of the agent',
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/deploy_servicelens_CloudWatch_agent_deploy_ECS.html',
  levels: ['synth', 'live'],
  avoidedBy: '`DatadogAgent` and `CloudWatchAgent` set the variables.',
  subject: 'task',
  needs: ['containers'],
  reads: ['onFargate'],
  check: ({ containers, onFargate }) => each(containers, (container) => {
    const { image, command, entryPoint, environmentFiles, mounts } = container;
    // An image of one's own may have a configuration in it, a file may bring it, and a command may be another program than the agent.
    if (known(image.inPrivateEcr) || [known(environmentFiles), known(command), known(entryPoint)].some(({ length }) => length > 0)) return [];
    const repository = repositoryOf(image);
    if (DATADOG.test(repository)) return all(() => without(container, 'DD_API_KEY'), () => onFargateOnly(container, onFargate));
    if (!CLOUDWATCH.test(repository) || known(mounts).length > 0) return [];
    return without(container, 'CW_CONFIG_CONTENT');
  }),
});

function onFargateOnly(container: ContainerFacts, onFargate: Fact<boolean>): readonly Result[] {
  return known(onFargate) ? without(container, 'ECS_FARGATE') : [];
}

function without(container: ContainerFacts, variable: string): readonly Result[] {
  const variables = [...known(container.environment), ...known(container.secrets)];
  if (anyKnown(variables, ({ name }) => known(name) === variable)) return [];
  return [{
    property: ofContainer(container, 'environment'),
    detail: `environment (without ${variable}) has not what the agent needs to work`,
    fix: `set ${variable} in the environment or in the secrets of ${ofContainer(container)}`,
  }];
}
