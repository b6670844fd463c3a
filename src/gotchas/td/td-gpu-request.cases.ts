import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Requirement = Readonly<Record<string, unknown>>;

function asking(stack: Stack, compatibility: string, ...requirements: readonly Requirement[]): void {
  fargateTask(stack, {
    RequiresCompatibilities: [compatibility],
    ContainerDefinitions: requirements.map((requirement, index) => ({ Name: `container-${index}`, Image: 'app:1', ResourceRequirements: [requirement] })),
  });
}

const SHARED = { Type: 'GPU', SharingStrategy: 'timeSlicing' };

export const cases: readonly GotchaCase[] = [
  { name: 'a GPU on Fargate', caught: true, app: (stack) => asking(stack, 'FARGATE', { Type: 'GPU', Value: '1' }) },
  { name: 'half a GPU', caught: true, app: (stack) => asking(stack, 'EC2', { Type: 'GPU', Value: '0.5' }) },
  { name: 'a GPU without a number', caught: true, app: (stack) => asking(stack, 'EC2', { Type: 'GPU' }) },
  { name: 'a number of shared GPUs', caught: true, app: (stack) => asking(stack, 'EC2', { ...SHARED, Value: '1' }) },
  { name: 'one container shares, another does not', caught: true, app: (stack) => asking(stack, 'EC2', SHARED, { Type: 'GPU', Value: '1' }) },
  { name: 'one Neuron device', caught: true, app: (stack) => asking(stack, 'MANAGED_INSTANCES', { Type: 'NeuronDevice', Value: '1' }) },
  { name: 'Neuron devices on EC2', caught: true, app: (stack) => asking(stack, 'EC2', { Type: 'NeuronDevice', Value: 'ALL' }) },
  {
    name: 'two containers take all Neuron devices',
    caught: true,
    app: (stack) => asking(stack, 'MANAGED_INSTANCES', { Type: 'NeuronDevice', Value: 'ALL' }, { Type: 'NeuronDevice', Value: 'ALL' }),
  },
  { name: 'Elastic Inference', caught: true, app: (stack) => asking(stack, 'EC2', { Type: 'InferenceAccelerator', Value: 'device_1' }) },
  { name: 'two GPUs on EC2', caught: false, app: (stack) => asking(stack, 'EC2', { Type: 'GPU', Value: '2' }, { Type: 'GPU', Value: 1 }) },
  { name: 'all GPUs', caught: false, app: (stack) => asking(stack, 'MANAGED_INSTANCES', { Type: 'GPU', Value: 'ALL' }) },
  { name: 'two containers share', caught: false, app: (stack) => asking(stack, 'EC2', SHARED, SHARED) },
  { name: 'nothing is asked for', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the number', caught: false, notChecked: true, app: (stack) => asking(stack, 'EC2', { Type: 'GPU', Value: parameter(stack) }) },
];
