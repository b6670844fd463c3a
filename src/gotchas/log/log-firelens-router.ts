import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const logFirelensRouter = defineGotcha({
  id: 'log-firelens-router',
  title: 'Logs go to a FireLens router that is not there, or not for sure',
  consequence: 'rejected',
  symptom: '`a firelens configuration object must be configured in one of the containers`, or logs stop while the task runs on.',
  why: 'The driver awsfirelens hands its logs to a container of the same task: ECS refuses it without that router, and a router that no container logs to. When the router stops alone, logs are lost.',
  rule: 'A task has one container with a `firelensConfiguration` where a container logs with `awsfirelens`, and none otherwise. The router is essential and doesn\'t log with `awsfirelens` itself.',
  fix: 'add one essential container with a firelensConfiguration that logs with awslogs',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => {
    const routers = containers.filter(({ isLogRouter }) => isLogRouter === true);
    return all(
      () => routers.length < 2 ? [] : [{
        property: 'containers',
        detail: `containers (${routers.length} log routers) are more than the one that ECS allows`,
        fix: 'keep one container with a firelensConfiguration',
      }],
      () => routers.length === 0 ? unrouted(containers) : unused(routers[0], containers),
      () => each(routers, checkRouter),
      () => {
        containers.forEach(({ isLogRouter }) => known(isLogRouter));
        return [];
      },
    );
  },
});

function unrouted(containers: readonly ContainerFacts[]): readonly Result[] {
  return each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging || known(logging.driver) !== 'awsfirelens') return [];
    containers.forEach(({ isLogRouter }) => known(isLogRouter));
    return [{
      property: ofContainer(container, 'logging'), detail: 'logging (awsfirelens) has no container with a firelensConfiguration to go to',
    }];
  });
}

function unused(router: ContainerFacts, containers: readonly ContainerFacts[]): readonly Result[] {
  const drivers = containers.map((container) => {
    const logging = known(container.logging);
    return logging && known(logging.driver);
  });
  return drivers.includes('awsfirelens') ? [] : [{
    property: ofContainer(router, 'firelensConfiguration'),
    detail: `firelensConfiguration (set) of ${ofContainer(router)} has no container that logs with awsfirelens`,
    fix: 'log with awsfirelens in a container of the task, or remove firelensConfiguration',
  }];
}

function checkRouter(router: ContainerFacts): readonly Result[] {
  return all(
    () => {
      const logging = known(router.logging);
      return logging && known(logging.driver) === 'awsfirelens' ? [{
        property: ofContainer(router, 'logging'),
        consequence: 'misbehaves',
        detail: 'logging (awsfirelens) sends the output of the log router through the log router itself',
        fix: 'log with awslogs in the log router',
      }] : [];
    },
    () => known(router.essential) ? [] : [{
      property: ofContainer(router, 'essential'),
      consequence: 'misbehaves',
      detail: 'essential (false) lets the task run on without its log router',
      fix: 'make the log router essential',
    }],
  );
}
