import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { isTelemetry } from '../images';
import { ofContainer } from '../naming';

export const depEssentialSidecar = defineGotcha({
  id: 'dep-essential-sidecar',
  title: 'A container that only watches can end the task',
  consequence: 'misbehaves',
  symptom: '`Essential container in task exited`, and the container that exited is an agent for metrics or traces.',
  why: 'When an essential container stops, ECS stops the task: a crash of the agent takes the application with it. Containers are essential by default.',
  rule: 'Beside an application, a container with the image of a known agent (X-Ray, CloudWatch agent, OpenTelemetry collector, Datadog, New Relic, Dynatrace, Prometheus exporters) has `essential` false or a restart policy.',
  fix: 'set essential to false on the agent, or set a restartPolicy on it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => containers.length === 1 ? [] : each(containers, (container) => {
    if (!known(container.essential) || !isTelemetry(container.image)) return [];
    const policy = known(container.restartPolicy);
    if (policy && known(policy.enabled)) return [];
    // An agent that works alone is the application of its task.
    if (containers.every((other) => isTelemetry(other.image))) return [];
    return [{ property: ofContainer(container, 'essential'), detail: `essential (true) on ${ofContainer(container)} ends the task when the agent ends` }];
  }),
});
