import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

export const tdFargateNotDeclared = defineGotcha({
  id: 'td-fargate-not-declared',
  title: 'A task runs on Fargate with a task definition that is not made for it',
  consequence: 'rejected',
  symptom: '`Task definition does not support launch_type FARGATE.`, or `Fargate only supports network mode ‘awsvpc’.`',
  why: 'Fargate accepts only task definitions in network mode awsvpc with CPU and memory of the task, and the default network mode of ECS is `bridge`.',
  rule: 'A task definition that a service runs on Fargate has network mode `awsvpc`, `cpu` and `memory`, and `FARGATE` among its `requiresCompatibilities` where there are any.',
  fix: 'set requiresCompatibilities to FARGATE, networkMode to awsvpc, and cpu and memory of the task',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  levels: ['synth', 'live'],
  designedOut: 'Fargate services make a task definition for Fargate, and `FargateSize` brings CPU and memory together.',
  isObserved: true,
  subject: 'task',
  needs: ['onFargate'],
  reads: ['requiresCompatibilities', 'networkMode', 'cpuUnits', 'memoryMiB'],
  check: ({ onFargate, requiresCompatibilities, networkMode, cpuUnits, memoryMiB }) => !onFargate ? [] : all(
    () => {
      const declared = known(requiresCompatibilities);
      // Without the declaration, ECS accepts any compatible task definition.
      return declared.length > 0 && !declared.includes('FARGATE')
        ? found('requiresCompatibilities', `requiresCompatibilities (${declared.join(', ')}) leaves out FARGATE, where a service runs the task`)
        : [];
    },
    () => known(networkMode) === 'awsvpc'
      ? [] : found('networkMode', `networkMode (${known(networkMode)}) is not awsvpc, the only one on Fargate`),
    () => known(cpuUnits) === undefined ? found('cpu', 'cpu (none) of the task is needed on Fargate') : [],
    () => known(memoryMiB) === undefined ? found('memory', 'memory (none) of the task is needed on Fargate') : [],
  ),
});

function found(property: string, detail: string): readonly Result[] {
  return [{ property, detail }];
}
