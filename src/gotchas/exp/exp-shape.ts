import type { ExpressServiceFacts } from '../../facts/express-service';
import { known } from '../../facts/fact';
import { FARGATE_SIZES } from '../../facts/fargate-sizes';
import type { TaskFacts } from '../../facts/task';
import { all, defineGotcha, type Finding, type Result } from '../definition';

export const expShape = defineGotcha({
  id: 'exp-shape',
  title: 'An Express service of a shape that there is not',
  consequence: 'rejected',
  symptom: 'ECS rejects the service with a `ClientException` or an `InvalidParameterException`.',
  why: 'Express Mode runs on Fargate, behind an Application Load Balancer and with scaling of its own, and each of them has its limits. It makes the task definition from a container, or takes one of yours.',
  rule: '`cpu` and `memory` are a pair that Fargate sells, `containerPort` is from 1 to 65535, `healthCheckPath` begins with a slash, `minTaskCount` is at most `maxTaskCount`, and a utilization that it scales by is from 1 to 100 percent. '
    + 'It has a `primaryContainer`, or a `taskDefinitionArn` without the properties that the definition decides: one for Fargate, with a container `Main` that maps one TCP port by a name. A `serviceName` has up to 255 letters, digits, hyphens and underscores.',
  fix: 'use values that Fargate, the load balancer and the scaling take',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html',
  levels: ['synth'],
  subject: 'expressService',
  needs: [],
  reads: ['cpuUnits', 'memoryMiB', 'containerPort', 'healthCheckPath', 'minTaskCount', 'maxTaskCount', 'scalingMetric', 'scalingTargetValue', 'name', 'hasContainer', 'namesDefinition', 'ofOwnTask', 'task'],
  check: (service) => all(
    () => {
      const [cpu, memory] = [known(service.cpuUnits), known(service.memoryMiB)];
      if (cpu === undefined || memory === undefined || FARGATE_SIZES.get(cpu)?.includes(memory)) return [];
      return [{ property: 'memory', detail: `memory (${memory} MiB) is not available with cpu (${cpu} units) on Fargate` }];
    },
    () => {
      const port = known(service.containerPort);
      return port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65535) ? [] : [{
        property: 'primaryContainer.containerPort', detail: `containerPort (${port}) is not a port from 1 to 65535`,
      }];
    },
    () => {
      const path = known(service.healthCheckPath);
      return path === undefined || path.startsWith('/') ? [] : [{ property: 'healthCheckPath', detail: `healthCheckPath (${path}) doesn't begin with a slash` }];
    },
    () => {
      const [least, most] = [known(service.minTaskCount), known(service.maxTaskCount)];
      return least === undefined || most === undefined || least <= most ? [] : [{
        property: 'scalingTarget.minTaskCount', detail: `minTaskCount (${least}) is more than maxTaskCount (${most})`,
      }];
    },
    () => utilization(known(service.scalingMetric), known(service.scalingTargetValue)),
    () => {
      const name = known(service.name);
      return name === undefined || /^[\w-]{1,255}$/.test(name) ? [] : [{
        property: 'serviceName', detail: `serviceName (${name}) has something else than letters, digits, hyphens and underscores, or more than 255 of them`, fix: 'use letters, digits, hyphens and underscores',
      }];
    },
    () => known(service.namesDefinition) ? ofDefinition(service) : known(service.hasContainer) ? [] : [{
      property: 'primaryContainer', detail: 'primaryContainer (not set) is what the service runs, if no taskDefinitionArn is set', fix: 'set primaryContainer with an image, or taskDefinitionArn',
    }],
  ),
});

/** Tasks on Fargate can't use more than they have. */
function utilization(metric: string, target: number | undefined): readonly Finding[] {
  if (!['AVERAGE_CPU', 'AVERAGE_MEMORY'].includes(metric) || target === undefined || (target >= 1 && target <= 100)) return [];
  return [{
    property: 'scalingTarget.autoScalingTargetValue',
    detail: `autoScalingTargetValue (${target}) is not a utilization from 1 to 100 percent`,
    fix: 'set a target in percent, from 40 to 80 for most services',
    ...target >= 1 ? { consequence: 'misbehaves' as const } : {},
  }];
}

const FIX_DEFINITION = 'use a task definition for Fargate with a container Main that maps one TCP port by a name';

function ofDefinition({ ofOwnTask, task }: Pick<ExpressServiceFacts, 'ofOwnTask' | 'task'>): readonly Result[] {
  return all(
    () => known(ofOwnTask).length === 0 ? [] : [{
      property: 'taskDefinitionArn', detail: `taskDefinitionArn (set) is beside ${known(ofOwnTask).join(', ')}, which the task definition decides`, fix: `remove ${known(ofOwnTask).join(', ')}`,
    }],
    () => {
      const declared = known(task.requiresCompatibilities);
      return declared.includes('FARGATE') ? [] : [{
        property: 'taskDefinitionArn', detail: `requiresCompatibilities (${declared.join(', ') || 'none'}) of the task definition lacks FARGATE`, fix: FIX_DEFINITION,
      }];
    },
    () => mainContainer(task),
  );
}

function mainContainer({ containers }: TaskFacts): readonly Result[] {
  const property = 'taskDefinitionArn';
  const own = known(containers);
  const main = own.find(({ name }) => name === 'Main');
  if (!main) {
    const names = own.map(({ name }) => known(name));
    return [{ property, detail: `taskDefinitionArn (containers ${names.join(', ')}) has no container Main`, fix: FIX_DEFINITION }];
  }
  const ports = known(main.ports);
  if (ports.length === 1 && known(ports[0].protocol) === 'tcp' && known(ports[0].name) !== undefined) return [];
  return [{
    property,
    detail: ports.length === 1
      ? `containerPort (${String(known(ports[0].containerPort))}) of the container Main is not a TCP port with a name`
      : `portMappings (${ports.length}) of the container Main are not one`,
    fix: FIX_DEFINITION,
  }];
}
