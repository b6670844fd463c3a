import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const BIG = { Cpu: '1024', Memory: '8192' };

export const cases: readonly GotchaCase[] = [
  { name: 'one container may use a quarter of its task', caught: true, app: (stack) => void fargateTask(stack, BIG, { Memory: 2048 }) },
  {
    name: 'two containers on ARM fill less than half of it',
    caught: true,
    app: (stack) => void fargateTask(stack, {
      Cpu: '1 vCPU',
      Memory: '8 GB',
      RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' },
      ContainerDefinitions: [{ Name: 'app', Image: 'app:1', Memory: 2048 }, { Name: 'proxy', Image: 'proxy:1', Memory: '512' }],
    }),
  },
  { name: 'the container may use all of it', caught: false, app: (stack) => void fargateTask(stack, BIG, { Memory: 8192 }) },
  { name: 'the next smaller size is too small', caught: false, app: (stack) => void fargateTask(stack, BIG, { Memory: 7169 }) },
  { name: 'the container has no limit', caught: false, app: (stack) => void fargateTask(stack, BIG) },
  { name: 'it is the smallest size there is', caught: false, app: (stack) => void fargateTask(stack, { Cpu: '1024', Memory: '2048' }, { Memory: 100 }) },
  { name: 'it runs on instances', caught: false, app: (stack) => void fargateTask(stack, { ...BIG, RequiresCompatibilities: ['EC2'] }, { Memory: 100 }) },
  {
    name: 'Windows has other prices',
    caught: false,
    app: (stack) => void fargateTask(stack, { ...BIG, RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }, { Memory: 2048 }),
  },
  { name: 'a parameter decides the size', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { Cpu: '1024', Memory: parameter(stack) }, { Memory: 2048 }) },
];
