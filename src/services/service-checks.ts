import { deploymentOf } from './service-deployment-props';
import type { ServiceProps } from './service-props';
import { checkTask } from './task-checks';
import type { Blueprint } from './workload';
import { checkText, checkWholeNumber, MAX_INT } from '../checks/arguments';
import { factOf } from '../checks/fact-of';
import type { ContainerPlan } from '../containers/container-plan';
import { checkDeployment } from '../deployment/deployment-checks';
import { EarlySuccessCleanup } from '../deployment/early-success';
import { checkWorkerShift } from '../deployment/traffic-shift-checks';
import { serviceFacts, type ServiceFacts } from '../facts/service';
import { enforce, guardMessages } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html';

/** Default number of tasks of a service that nothing scales. */
export const DEFAULT_COUNT = 2;

/** Throws for props of a service that can't be right, before anything is created. */
export function checkService(at: string, { props, capacity, takesTraffic, isDaemon }: Blueprint, plans: readonly ContainerPlan[]): void {
  checkText(at, 'serviceName', props.serviceName, /^[A-Za-z0-9_-]{1,255}$/, 'have 1 to 255 letters, digits, hyphens and underscores', DOCS);
  checkWholeNumber(at, 'desiredCount', props.desiredCount, { min: 0, max: MAX_INT, unit: 'tasks', docs: DOCS });
  checkDeployment(at, deploymentOf(props));
  if (!takesTraffic) checkWorkerShift(at, deploymentOf(props));
  const task = checkTask(at, capacity, props, plans);
  enforce(at, 'service', serviceFacts({
    ...capacity.serviceFacts(at, props),
    task,
    ...deploymentFacts(props, isDaemon),
    serviceConnect: false,
    executeCommand: props.enableExecuteCommand ?? false,
  }));
}

/** Errors where a deployment can't replace the tasks of a service that doesn't scale. Scaling is added after the service: this runs at synthesis. */
export function deadlockOfFixedCount(at: string, props: ServiceProps): string[] {
  return guardMessages(at, 'service', serviceFacts({ ...deploymentFacts(props), desiredCount: factOf(props.desiredCount ?? DEFAULT_COUNT) }));
}

/** Facts for any number of tasks: scaling may still be added. */
function deploymentFacts(props: ServiceProps, isDaemon = false): Partial<ServiceFacts> {
  const { codeDeploy, strategy, minHealthyPercent, maxHealthyPercent, earlySuccess } = deploymentOf(props);
  return {
    schedulingStrategy: isDaemon ? 'DAEMON' : 'REPLICA',
    controller: codeDeploy ? 'CODE_DEPLOY' : 'ECS',
    strategy,
    desiredCount: undefined,
    scaling: undefined,
    minHealthyPercent: factOf(minHealthyPercent),
    maxHealthyPercent: factOf(maxHealthyPercent),
    earlySuccess: earlySuccess && {
      enabled: true, healthyPercent: factOf(earlySuccess.healthyPercent), cleanup: earlySuccess.cleanup ?? EarlySuccessCleanup.BLOCKING,
    },
  };
}
