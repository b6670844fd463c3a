import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

const SHORTEST = 2;
const LONGEST = 120;

export const tdStopTimeoutRange = defineGotcha({
  id: 'td-stop-timeout-range',
  title: 'Start or stop timeout is outside of the range of Fargate',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about the timeout.',
  why: 'Fargate bounds how long a container may take to start and to stop; ECS refuses to register a task definition with anything else.',
  rule: 'On Fargate, `startTimeout` and `stopTimeout` are 2 to 120 s. Left out, a stop takes up to 30 s and a start has no limit.',
  fix: `set the timeout to ${SHORTEST} to ${LONGEST} s; work that takes longer to end has to be handed back, or to run on EC2`,
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['onFargate', 'containers'],
  check: ({ onFargate, containers }) => (onFargate ? each(containers, timeouts) : []),
});

function timeouts(container: ContainerFacts) {
  const set = [['startTimeout', container.startTimeoutSeconds], ['stopTimeout', container.stopTimeoutSeconds]] as const;
  return each(set, ([property, fact]) => {
    const seconds = known(fact);
    if (seconds === undefined || (seconds >= SHORTEST && seconds <= LONGEST)) return [];
    return [{
      property: ofContainer(container, property),
      detail: `${property} (${seconds} s) is outside of the range of Fargate, which is ${SHORTEST} to ${LONGEST} s`,
    }];
  });
}
