import type { CapacityFacts } from '../../facts/capacity';
import { known } from '../../facts/fact';
import { gpusOf } from '../../facts/instance-types';
import type { TaskFacts } from '../../facts/task';
import { defineGotcha, each } from '../definition';

export const ec2GpuPlainImage = defineGotcha({
  id: 'ec2-gpu-plain-image',
  title: 'A task asks for a GPU, and its instances have none, or no driver',
  consequence: 'never-works',
  symptom: '`was unable to place a task because no container instance met all of its requirements … has insufficient GPU resource available`.',
  why: 'ECS places a task with a GPU on instances that registered one: the type has to have it, and the image has to have the driver, which only those for GPUs have.',
  rule: 'For a task with a `GPU` among its `resourceRequirements` an instance type of its capacity has as many GPUs (families g and p), with an image for GPUs: `…/gpu/recommended` or `…-nvidia`.',
  fix: 'take an instance type with GPUs and the image of /aws/service/ecs/optimized-ami/…/gpu/recommended',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['capacities', 'capacityProviderStrategy'],
  reads: ['task'],
  check: ({ capacities, capacityProviderStrategy, task }) => {
    if (capacities.length === 0 || !known(task.containers).some(({ resourceRequirements }) => known(resourceRequirements).some(({ type }) => known(type) === 'GPU'))) return [];
    // Other apps may add instances to a cluster, not to a capacity provider.
    const consequence = capacityProviderStrategy.length > 0 ? 'never-works' as const : 'risk' as const;
    const withGpus = capacities.filter((capacity) => known(capacity.instanceTypes).some((type) => hasGpus(known(type))));
    if (withGpus.length === 0) {
      const types = [...new Set(capacities.flatMap(({ instanceTypes }) => known(instanceTypes).map(known)))];
      return [{ property: 'resourceRequirements', detail: `resourceRequirements (GPU) asks for what ${types.join(' or ')} does not have`, consequence }];
    }
    const most = withGpus.flatMap(({ instanceTypes }) => known(instanceTypes).map((type) => gpusOf(known(type)) ?? Infinity));
    const asked = gpusIn(task);
    if (asked > Math.max(...most)) {
      return [{ property: 'resourceRequirements', detail: `resourceRequirements (${asked} GPUs) is more than an instance has, which is ${Math.max(...most)} at most`, consequence }];
    }
    return withGpus.some(mayHaveDriver) ? [] : each(withGpus, ({ imageParameter }) => [{
      property: 'imageId', detail: `imageId (${known(imageParameter)}) is an image without the driver for GPUs`, consequence,
    }]);
  },
});

function gpusIn(task: TaskFacts): number {
  const requirements = known(task.containers).flatMap(({ resourceRequirements }) => known(resourceRequirements)).filter(({ type }) => known(type) === 'GPU');
  return requirements.reduce((sum, { value }) => sum + (Number(known(value)) || 0), 0);
}

function mayHaveDriver({ imageParameter, installsAgent }: CapacityFacts): boolean {
  const name = known(imageParameter);
  return name === undefined || installsAgent === true || !/^\/aws\/service\/(ecs\/optimized-ami|bottlerocket)\//.test(name) || /\/gpu\/|nvidia/.test(name);
}

function hasGpus(type: string): boolean {
  return /^(p\d|g\d|gr\d)[a-z]*[-.]/.test(type);
}
