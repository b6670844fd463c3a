import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netDynamicPortHealthCheck = defineGotcha({
  id: 'net-dynamic-port-health-check',
  title: 'A health check on a fixed port of tasks whose port changes',
  consequence: 'never-works',
  symptom: 'The service event `(port …) is unhealthy in (target-group …) due to (reason …)`, though the application answers.',
  why: 'In bridge mode each task gets another port of its instance; a check on a fixed one meets nothing, and ECS replaces the task as unhealthy.',
  rule: 'With network mode `bridge` without a fixed `hostPort`, the port of the health check has to be `traffic-port`, which is its default, or a fixed '
    + '`hostPort` of a container of the task.',
  fix: 'set the port of the health check to traffic-port, or leave it out',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The health checks of our target groups use the port that traffic goes to, unless you set `port`.',
  subject: 'service',
  needs: ['loadBalancers', 'task'],
  check: ({ loadBalancers, task }) => known(task.networkMode) !== 'bridge' ? [] : each(loadBalancers, ({ targetGroup, containerName, containerPort }) => {
    const checked = known(targetGroup.healthCheckPort);
    if (checked === undefined || checked === 'traffic-port') return [];
    const containers = known(task.containers);
    const mapping = containers.filter(({ name }) => known(name) === known(containerName))
      .flatMap(({ ports }) => known(ports))
      .find((port) => known(port.containerPort) === known(containerPort));
    const isFixed = containers.flatMap(({ ports }) => known(ports)).some(({ hostPort }) => String(known(hostPort)) === checked);
    return !mapping || known(mapping.hostPort) || isFixed ? [] : [{
      property: 'healthCheck.port',
      detail: `healthCheck.port (${checked}) is fixed, and no container of the task has that port of the instance`,
    }];
  }),
});
