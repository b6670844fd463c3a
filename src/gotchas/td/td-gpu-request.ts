import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdGpuRequest = defineGotcha({
  id: 'td-gpu-request',
  title: 'A request for GPUs or accelerators that ECS cannot fulfil',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about resource requirements, or no instance is found for the task.',
  why: 'ECS assigns GPUs to tasks on EC2 and Managed Instances only, either whole ones or shared ones in one task, and Neuron devices all to one container; it refuses any other request.',
  rule: 'A `GPU` has either a value (a whole number, or `ALL`) or a `sharingStrategy`, the same way in all containers, and isn\'t on Fargate. `NeuronDevice` takes `ALL`, in one container, on Managed Instances. `InferenceAccelerator` has ended.',
  fix: 'ask for GPUs with a number or ALL as the value, or with a sharingStrategy, in a task for EC2 or Managed Instances',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html',
  levels: ['construct', 'synth', 'live'],
  causalRank: 'start',
  isObserved: true,
  subject: 'task',
  needs: ['containers'],
  reads: ['onFargate', 'requiresCompatibilities'],
  check: ({ containers, onFargate, requiresCompatibilities }) => all(
    () => each(containers, (container) => each(known(container.resourceRequirements), (requirement) => {
      const type = known(requirement.type);
      const value = known(requirement.value);
      if (type === 'InferenceAccelerator') return found(container, 'InferenceAccelerator', 'asks for Elastic Inference, which AWS has ended');
      if (type === 'NeuronDevice') return value === 'ALL' ? [] : found(container, `NeuronDevice: ${value ?? 'none'}`, 'takes the value ALL only');
      if (type !== 'GPU') return [];
      const isShared = known(requirement.sharingStrategy) !== undefined;
      if (isShared === (value !== undefined)) return found(container, 'GPU', 'needs either a value or a sharingStrategy');
      return value === undefined || value === 'ALL' || /^[1-9]\d*$/.test(value) ? [] : found(container, `GPU: ${value}`, 'is neither a number of GPUs nor ALL');
    })),
    () => each(containers, (container) => each(known(container.resourceRequirements), (requirement) => {
      const type = known(requirement.type);
      return ['GPU', 'NeuronDevice'].includes(type) && known(onFargate) ? found(container, type, 'asks for what Fargate does not have') : [];
    })),
    () => {
      const devices = users(containers, 'NeuronDevice');
      if (devices.length === 0) return [];
      const declared = known(requiresCompatibilities);
      return [
        ...devices.slice(1).flatMap((container) => found(container, 'NeuronDevice', `asks for devices that ${ofContainer(devices[0])} already has`)),
        ...declared.length > 0 && !declared.includes('MANAGED_INSTANCES') ? found(devices[0], 'NeuronDevice', 'asks for what only Managed Instances have') : [],
      ];
    },
    () => mixed(users(containers, 'GPU')),
  ),
});

function found(container: ContainerFacts, asked: string, wrong: string): readonly Result[] {
  return [{ property: ofContainer(container, 'resourceRequirements'), detail: `resourceRequirements (${asked}) ${wrong}` }];
}

function users(containers: readonly ContainerFacts[], type: string): readonly ContainerFacts[] {
  return containers.filter((container) => known(container.resourceRequirements).some((requirement) => known(requirement.type) === type));
}

function mixed(containers: readonly ContainerFacts[]): readonly Result[] {
  const [first, ...others] = containers.map((container) => ({ container, isShared: sharesGpus(container) }));
  const other = others.find(({ isShared }) => isShared !== first.isShared);
  return other ? found(other.container, 'GPU', `is ${other.isShared ? 'shared' : 'exclusive'}, and that of ${ofContainer(first.container)} is not`) : [];
}

function sharesGpus(container: ContainerFacts): boolean {
  return known(container.resourceRequirements).some((requirement) => known(requirement.sharingStrategy) !== undefined);
}
