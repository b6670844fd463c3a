import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

/** Images that hold their program alone, by their repository. */
const WITHOUT_SHELL = /(^|\/)(aws-otel-collector|opentelemetry-collector(-contrib|-k8s)?|distroless\/[\w-]+)$/;
const TOOLS = /^(\/(usr\/)?bin\/)?(sh|bash|curl|wget|nc)$/;
const OF_ADOT = 'set the command to CMD and /healthcheck, the program that the image has for it';

export const depHealthcheckWithoutShell = defineGotcha({
  id: 'dep-healthcheck-without-shell',
  title: 'A health check calls a shell or a tool that the image does not have',
  consequence: 'never-works',
  symptom: 'The container runs and is `UNHEALTHY` for ever; containers that wait for `HEALTHY` never start, and the task of an essential one is replaced again and again.',
  why: 'The health check runs inside the container. Images of the OpenTelemetry collector and distroless images have neither a shell, which `CMD-SHELL` needs, nor curl or wget.',
  rule: 'The health check of a container from an image without a shell (`aws-otel-collector`, `opentelemetry-collector`, `distroless`) does not begin with `CMD-SHELL`, a shell, curl or wget.',
  fix: 'call a program of the image with CMD, or remove the health check',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  levels: ['synth', 'live'],
  avoidedBy: '`OtelCollector` checks its health with the program of its image.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const healthCheck = known(container.healthCheck);
    if (!healthCheck) return [];
    const [form, program] = known(healthCheck.command).map((word) => known(word));
    const called = form === 'CMD-SHELL' ? 'a shell' : form === 'CMD' && TOOLS.test(program ?? '') ? program : undefined;
    if (called === undefined || !hasNoShell(container)) return [];
    const repository = repositoryOf(container.image);
    const isNeeded = known(container.essential) || anyKnown(containers, (other) => anyKnown(known(other.dependsOn), (dependency) =>
      known(dependency.containerName) === container.name && known(dependency.condition) === 'HEALTHY'));
    return [{
      consequence: isNeeded ? undefined : 'misbehaves',
      property: ofContainer(container, 'healthCheck'),
      detail: `healthCheck (${form}) calls ${called}, which ${repository} does not have`,
      fix: repository.endsWith('aws-otel-collector') ? OF_ADOT : undefined,
    }];
  }),
});

function hasNoShell({ image }: ContainerFacts): boolean {
  // An image of one's own may have more in it, and a debug image has a shell.
  if (known(image.inPrivateEcr) || !WITHOUT_SHELL.test(repositoryOf(image))) return false;
  return !/debug/.test(known(image.tag) ?? '');
}
