import { mistakeIn } from './collector-config';
import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, whereKnown, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

const ADOT = /(^|\/)aws-otel-collector$/;
const CONTENT = 'AOT_CONFIG_CONTENT';
/** A configuration in the image that measures the instance, by its mounted file systems. */
const OF_INSTANCE = /\/etc\/ecs\/[\w/-]*otel-instance-metrics-config\.yaml/;

export const obsCollectorConfig = defineGotcha({
  id: 'obs-collector-config',
  title: 'The collector can\'t start with its configuration',
  consequence: 'misbehaves',
  symptom: '`failed to get config`, `references processor "…" which is not configured`, or `lstat /rootfs/proc: no such file or directory` in the log of the collector, which ends, and its task with it where it is essential.',
  why: `The collector takes its configuration from \`${CONTENT}\` as it is: the name of a parameter is none. It starts only when each component of its pipelines is configured. `
    + 'The configuration for instances reads file systems of the host, which Fargate does not have.',
  rule: `\`${CONTENT}\` of \`aws-otel-collector\` is YAML with \`service\`, which configures each receiver, processor and exporter of its pipelines. A parameter with it is in \`secrets\`. `
    + 'A container with `/etc/ecs/otel-instance-metrics-config.yaml` mounts the file systems of the instance.',
  fix: 'configure the component, or remove it from the pipeline',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/trace-data.html',
  levels: ['synth', 'live'],
  avoidedBy: '`OtelCollector` writes the configuration of its pipelines.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => (
    ADOT.test(repositoryOf(container.image)) ? all(() => content(container), () => ofInstance(container)) : []
  )),
});

function content(container: ContainerFacts): readonly Result[] {
  const [variable] = whereKnown(known(container.environment), ({ name }) => known(name) === CONTENT);
  if (variable && known(variable.isNameOfParameter)) {
    return [{
      property: ofContainer(container, 'environment'),
      detail: `${CONTENT} (a reference to a parameter) is the name of the parameter, and not the configuration in it`,
      fix: `set ${CONTENT} in the secrets of ${ofContainer(container)}, with the parameter as valueFrom`,
    }];
  }
  return variable ? ofText(container, 'environment', variable.value) : each(known(container.secrets), ({ name, parameterText }) => (
    known(name) === CONTENT ? ofText(container, 'secrets', parameterText) : []
  ));
}

function ofText(container: ContainerFacts, property: string, text: Fact<string | undefined>): readonly Result[] {
  const mistake = mistakeIn(known(text) ?? '');
  if (mistake === undefined) return [];
  const fix = mistake.startsWith('is not YAML') ? 'put the value in quotes' : mistake.startsWith('has no') ? `set ${CONTENT} to a configuration in YAML, with service and its pipelines` : undefined;
  return [{ property: ofContainer(container, property), detail: `${CONTENT} (the configuration) ${mistake}`, fix }];
}

function ofInstance(container: ContainerFacts): readonly Result[] {
  if (!anyKnown(known(container.command), (word) => OF_INSTANCE.test(known(word))) || known(container.mounts).length > 0) return [];
  return [{
    property: ofContainer(container, 'command'),
    detail: 'command (otel-instance-metrics-config.yaml) has the collector measure an instance, of which it mounts no file system',
    fix: 'take /etc/ecs/container-insights/otel-task-metrics-config.yaml, which measures the task, or mount /proc, /sys/fs/cgroup and / of the instance',
  }];
}
