import { FARGATE_SIZES } from '../../facts/fargate-sizes';
import { known } from '../../facts/fact';
import { all, defineGotcha } from '../definition';

export const expShape = defineGotcha({
  id: 'exp-shape',
  title: 'An Express service of a shape that there is not',
  consequence: 'rejected',
  symptom: 'ECS rejects the service with a `ClientException` or an `InvalidParameterException`.',
  why: 'Express Mode runs on Fargate, behind an Application Load Balancer and with scaling of its own, and each of them has its limits.',
  rule: '`cpu` and `memory` are a pair that Fargate sells, `containerPort` is from 1 to 65535, `healthCheckPath` begins with a slash, and `minTaskCount` is at most `maxTaskCount`.',
  fix: 'use values that Fargate, the load balancer and the scaling take',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html',
  levels: ['synth'],
  subject: 'expressService',
  needs: [],
  reads: ['cpuUnits', 'memoryMiB', 'containerPort', 'healthCheckPath', 'minTaskCount', 'maxTaskCount'],
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
  ),
});
